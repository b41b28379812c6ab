using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td query</c> (spec/td_cli.md §4): only that a job was made, and which. A domain key that is taken names the
/// job that has it.</summary>
internal static partial class QueryOutput
{
    /// <returns>The job's id, of a new job or of the one that had the key before.</returns>
    public static string Read(TdOutput output, string database)
    {
        var doing = $"the query in database '{database}'";
        if (output is { ExitCode: 1, IsWhole: true } && Taken().Match(output.Out) is { Success: true } taken)
        {
            return taken.Groups[1].Value;
        }

        return Ended().Match(output.Out) is { Success: true } ended
            ? throw Faults.Of(Fault.QueryFailed, doing, new FaultDetails(ended.Value.Trim()) { JobId = Issued(output) })
            : TdAnswer.Of(output, doing, o => o.Lines.Length == 2 ? Issued(o) : null);
    }

    /// <summary>The id stands twice. More lines are those of a wait, which we never ask for.</summary>
    private static string? Issued(TdOutput output) =>
        output.Lines is [var first, var second, ..]
        && Queued().Match(first) is { Success: true } queued
        && Hint().Match(second) is { Success: true } hint
        && hint.Groups[1].Value == queued.Groups[1].Value
            ? queued.Groups[1].Value
            : null;

    [GeneratedRegex(@"(?m)^Error: Query failed: .*conflicts_with job:([0-9]+)$")]
    private static partial Regex Taken();

    [GeneratedRegex(@"(?m)^Status      : (?:error|killed)\s*$|^Error: timeout \(.*$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^Job ([0-9]+) is queued\.\z")]
    private static partial Regex Queued();

    [GeneratedRegex(@"^Use 'td .*job:show ([0-9]+)' to show the status\.\z")]
    private static partial Regex Hint();
}
