using System.Collections.Immutable;

namespace Cdp.TreasureData.Td;

/// <summary>One call of td.</summary>
/// <param name="Doing">What it does, for a person: <c>the push of project 'acme_ingestion'</c>.</param>
/// <param name="Arguments">Never a secret: others on this machine can read them.</param>
/// <param name="Limit">Our own limit: td waits up to eleven minutes, its workflow part for ever (spec/td_cli.md §7).</param>
internal sealed record TdCommand(string Doing, ImmutableArray<string> Arguments, TimeSpan Limit)
{
    /// <summary>What td reads from its standard input; closed when null.</summary>
    public string? Input { get; init; }

    /// <summary>Files that td finds in its working folder, by name.</summary>
    public ImmutableDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A file, or a folder, that td is to leave in its working folder; handed back with the output.</summary>
    public string? Leaves { get; init; }
}

/// <summary>What came of a call.</summary>
/// <param name="ExitCode">Null when td was stopped by us.</param>
/// <param name="Out">Standard output, as UTF-8, without carriage returns; so the standard error.</param>
internal sealed record TdOutput(int? ExitCode, string Out, string Error)
{
    /// <summary>What was left, by path below <see cref="TdCommand.Leaves"/>; a single file has the empty path.</summary>
    public ImmutableSortedDictionary<string, string> Left { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>More came than we keep.</summary>
    public bool Overflowed { get; init; }

    /// <summary>Lines of the output; text behind the last newline, which td never leaves, makes it less than whole.</summary>
    public string[] Lines => Out.Split('\n')[..^1];

    public bool IsWhole => !Overflowed && Ends(Out) && Ends(Error);

    /// <summary>No bytes that td never writes: an output in another code page is not to be read by chance.</summary>
    public bool IsClean => !Out.Concat(Error).Any(c => c is '\uFFFD' or (< ' ' and not ('\n' or '\t')) or '\u007F');

    private static bool Ends(string text) => text.Length == 0 || text.EndsWith('\n');
}

internal interface ITdProgram
{
    /// <exception cref="Pipeline.Ports.PlatformException">td is not there to be run.</exception>
    Task<TdOutput> RunAsync(TdCommand command, CancellationToken cancellation);
}

/// <summary>How long a call may take.</summary>
internal sealed record TdLimits(TimeSpan Look, TimeSpan Effect, TimeSpan Transfer)
{
    /// <summary>A push has two minutes; a look needs a JVM, seconds at most; results and logs may be large.</summary>
    public static readonly TdLimits Usual = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15));
}
