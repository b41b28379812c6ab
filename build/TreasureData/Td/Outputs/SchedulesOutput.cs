using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf schedules</c>, <c>enable</c> and <c>disable</c> (spec/td_cli.md §1.10).</summary>
internal static partial class SchedulesOutput
{
    /// <summary>td shows the first hundred of the account, and has no way to ask for more.</summary>
    private const int Page = 100;

    private static readonly string[] _keys =
        ["id", "project", "workflow", "disabled at", "next session time", "next scheduled to run at"];

    /// <exception cref="PlatformException">Also Refused, when the project's may be among those that td does not show.</exception>
    public static ImmutableArray<WorkflowSchedule> Read(TdOutput output, string project)
    {
        var doing = $"the look at the schedules of '{project}'";
        var all = TdAnswer.Of(output, doing, Evidence);
        var own = all.Where(s => s.Project == project).ToImmutableArray();
        return own.Length == 0 && all.Count >= Page
            ? throw Faults.Of(Fault.Refused, doing, "td shows only the first 100 schedules of an account. Use transport: rest for this")
            : own;
    }

    public static void ReadSet(TdOutput output, string project, string workflow, bool enabled) => TdAnswer.Of(
        output, $"the schedule of '{workflow}' in '{project}'", o =>
            Fields.WithoutLog(o) is [var line] && Changed().Match(line) is { Success: true } match
            && match.Groups[1].Value == (enabled ? "Enabled" : "Disabled") ? line : null);

    private static List<WorkflowSchedule>? Evidence(TdOutput output)
    {
        var lines = Fields.WithoutLog(output);
        var count = (lines.Length - 2) / 7;
        if (lines is not ["Schedules:", .., var last] || (lines.Length - 2) % 7 != 0
            || last != string.Create(CultureInfo.InvariantCulture, $"{count} entries."))
        {
            return null;
        }

        var blocks = Enumerable.Range(0, count)
            .Select(i => lines[(i * 7) + 7].Length == 0 ? Fields.Read(lines.AsSpan((i * 7) + 1), Fields.Indent, _keys) : null)
            .ToList();
        return blocks.All(b => b is not null && Fields.IsId(b["id"]) && Fields.Time(b["next session time"]) is not null)
            ? [.. blocks.Select(b => Schedule(b!))]
            : null;
    }

    private static WorkflowSchedule Schedule(IReadOnlyDictionary<string, string> fields) => new(
        fields["project"],
        fields["workflow"],
        Fields.Time(fields["next session time"]),
        Fields.Time(fields["next scheduled to run at"].Split(" (")[0]),
        fields["disabled at"].Length == 0);

    [GeneratedRegex(@"^(Enabled|Disabled) schedule id: [0-9]+\z")]
    private static partial Regex Changed();
}
