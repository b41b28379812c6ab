namespace Cdp.Pipeline.Steps;

/// <summary>A person wants the phase's workflows run again before its output is looked at again.</summary>
internal sealed class RetryPhaseException()
    : PipelineException("The phase's workflows are to run again.", ExitCode.ValidationFailed);
