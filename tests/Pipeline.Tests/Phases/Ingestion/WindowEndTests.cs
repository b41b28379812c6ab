using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

/// <summary>B-ING-4: whatever a connector does with the ends of a window, no second is left out.</summary>
public sealed class WindowEndTests
{
    private static readonly HistoryRange[] _ranges =
        [.. HistoryRanges.Cut(HistoryRanges.Parse("2024-01-30T00:00:00"), HistoryRanges.Parse("2024-04-02T00:00:00"), DateRange.Month)];

    [Theory]
    [InlineData(WindowEnds.Unknown, false, false)]
    [InlineData(WindowEnds.Unknown, false, true)]
    [InlineData(WindowEnds.Unknown, true, false)]
    [InlineData(WindowEnds.Unknown, true, true)]
    [InlineData(WindowEnds.HalfOpen, true, false)]
    [InlineData(WindowEnds.Closed, true, true)]
    public void B_ING_4_every_second_around_a_boundary_is_asked_for(WindowEnds said, bool hasStart, bool hasEnd)
    {
        var edge = new ConnectorWindow { Ends = said }.Edge;

        foreach (var boundary in _ranges.SelectMany(r => new[] { r.StartUnixtime, r.EndUnixtime }).Distinct().Where(b => b > _ranges[0].StartUnixtime && b < _ranges[^1].EndUnixtime))
        {
            for (var second = boundary - 2; second <= boundary + 2; second++)
            {
                var times = _ranges.Count(r => Brings(r.StartUnixtime - edge, r.EndUnixtime, second, hasStart, hasEnd));
                Assert.InRange(times, 1, said is WindowEnds.HalfOpen ? 1 : 2);
            }
        }
    }

    [Fact]
    public void B_ING_4_a_connector_that_does_not_say_is_asked_a_second_earlier_and_one_that_does_is_not()
    {
        Assert.Contains("overlap_seconds: 1", Datasources("klaviyo", "{ td_authentication_id: 7 }", "profiles"), StringComparison.Ordinal);
        Assert.Contains("overlap_seconds: 0", Datasources("postgresql", "{ host: h, user: u, database: d }", "{ name: orders, inc_field: changed, overlap_seconds: 0 }"), StringComparison.Ordinal);
    }

    private static bool Brings(long from, long to, long second, bool hasStart, bool hasEnd) =>
        (second > from || (hasStart && second == from)) && (second < to || (hasEnd && second == to));

    /// <summary>The part about history.</summary>
    private static string Datasources(string connector, string parameters, string o)
    {
        Project project = new(Project.Load(Configs.With(
            $"    - source_name: src\n      connector: {connector}\n      parameters: {parameters}\n      objects: [{o}]\n",
            "  mode: both\n  start_date: 2024-01-01T00:00:00.000000\n  end_date: 2024-03-01T00:00:00.000000\n")));
        return project.Render(project.LoadPhase)["config/src_datasources.yml"].Split("hist_datasources:")[1];
    }
}
