using Cake.Frosting;
using Cdp.Build.Commands;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Tasks;

[TaskName("Doctor")]
[TaskDescription("Everything a run needs, looked at before it: programs, key, region, clock, databases, secrets, disk; each with its remedy.")]
public sealed class DoctorTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context) => context.Invocation.Outcome.Answer(
        new DoctorCommand(Terminal.Output).Tell(await FindingsAsync(context), context.Invocation.AnswerAlone));

    /// <summary>Without a key, or with a configuration that is wrong, there is no platform to ask; that is a finding too.</summary>
    private static async Task<IReadOnlyList<Finding>> FindingsAsync(BuildContext context)
    {
        try
        {
            return await new Doctor(RunAssembly.Of(context)).ExamineAsync(context.Cancellation);
        }
        catch (PipelineException ex)
        {
            var subject = ex.ExitCode is ExitCode.NotAuthorised ? "key" : "configuration";
            return [Finding.Bad(subject, ex.Message, "Correct it and look again.") with { ExitCode = ex.ExitCode }];
        }
    }
}
