using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates;

/// <summary>A quality gate (spec, cdp_phases §5): a rule with an id that a run has to pass.</summary>
public interface IGate
{
    GateInfo Info { get; }
}

/// <summary>Looks at files before they are written; Generate asks it.</summary>
public interface IFileGate : IGate
{
    /// <returns>What is wrong, each with its place; empty when all is well.</returns>
    IEnumerable<FileProblem> Look(GateScope scope);
}

/// <summary>Asks the platform before a push; Deploy asks it.</summary>
public interface IPlatformGate : IGate
{
    /// <returns>What is wrong; a path of <see cref="FileProblem"/> is the subject, mostly a table.</returns>
    /// <exception cref="PipelineException">The platform could not be asked.</exception>
    Task<IReadOnlyList<FileProblem>> LookAsync(GateScope scope, IPlatform platform, CancellationToken cancellation);
}

/// <summary>Asks the data after a phase has run; Validate asks it.</summary>
public interface IDataGate : IGate
{
    /// <summary>One question or several, each about one table.</summary>
    IEnumerable<DataCheck> Checks(GateScope scope);
}

/// <param name="Id">As <c>ING-05</c>.</param>
/// <param name="Phase">The phase it looks at; null for every phase.</param>
/// <param name="Severity">What a failure means: stop, go on with a warning, or only be told.</param>
/// <param name="Rule">What is true when all is well, as a sentence.</param>
public sealed record GateInfo(string Id, Phase? Phase, GateKind Kind, CheckSeverity Severity, string Rule)
{
    public bool Concerns(Phase phase) => Phase is null || Phase == phase;
}

public enum GateKind
{
    /// <summary>Of files, before they are written.</summary>
    Offline,

    /// <summary>Of the platform, before a push.</summary>
    Online,

    /// <summary>Of the data, after a run.</summary>
    Data,
}
