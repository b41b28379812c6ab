using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed class RangesFollowOneAnother : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-11", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "The ranges of a history follow one another without gap or overlap, and end before now.");

    private const string Path = "config/hist_date_ranges.yml";

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        (scope.Project.Yaml(Path) as YamlMapping)?["date_ranges"] is YamlMapping sources
            ? sources.Entries.SelectMany(e => e.Value is YamlSequence ranges ? Look(scope, [.. ranges.Items.OfType<YamlMapping>()]) : [])
            : [];

    private static IEnumerable<FileProblem> Look(GateScope scope, YamlMapping[] ranges)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            var (start, end) = (Number(ranges[i], "start_unixtime"), Number(ranges[i], "end_unixtime"));
            var wrong = end <= start ? "The range ends before it begins."
                : i > 0 && Number(ranges[i - 1], "end_unixtime") is var before && before != start
                    ? before > start ? "The range overlaps the one before." : "There is a gap between this range and the one before."
                    : end > scope.Now.ToUnixTimeSeconds() ? "The range ends in the future: rows that come later would be passed over." : null;
            if (wrong is not null)
            {
                yield return new(Path, ranges[i].Position.Line, ranges[i].Position.Column, wrong);
            }
        }
    }

    private static long Number(YamlMapping range, string key) =>
        range[key] is YamlScalar value && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
