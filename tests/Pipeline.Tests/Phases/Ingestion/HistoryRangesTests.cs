using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

public class HistoryRangesTests
{
    private static readonly DateTimeOffset _start = HistoryRanges.Parse("2023-11-15T08:30:00.000000");
    private static readonly DateTimeOffset _end = HistoryRanges.Parse("2024-03-01T00:00:01");

    [Theory]
    [InlineData(DateRange.Day, 108)]
    [InlineData(DateRange.Week, 16)]
    [InlineData(DateRange.Month, 5)]
    [InlineData(DateRange.Quarter, 2)]
    [InlineData(DateRange.Year, 2)]
    [InlineData(DateRange.None, 1)]
    public void Ranges_touch_and_cover_history_whatever_its_ends_are(DateRange unit, int count)
    {
        var ranges = HistoryRanges.Cut(_start, _end, unit);

        Assert.Equal(count, ranges.Length);
        Assert.Equal((_start, _end), (ranges[0].Start, ranges[^1].End));
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(ranges, range => Assert.True(range.Start < range.End));
    }

    [Fact]
    public void Ranges_begin_at_the_boundaries_of_the_calendar()
    {
        var months = HistoryRanges.Cut(_start, _end, DateRange.Month);

        Assert.Equal(["2023-11", "2023-12", "2024-01", "2024-02", "2024-03"], months.Select(r => r.Name));
        Assert.Equal("2023-12-01T00:00:00.000000", months[0].EndTime);
        Assert.Equal(DayOfWeek.Monday, HistoryRanges.Cut(_start, _end, DateRange.Week)[1].Start.DayOfWeek);
    }

    [Fact]
    public void No_part_of_a_history_comes_near_the_task_limit()
    {
        var ranges = HistoryRanges.Cut(_start, _end, DateRange.Day);
        var objects = new Project(Project.SampleConfig()) is var project
            ? project.Pipeline.Ingestion.Sources
                .Select(s => SourcePlan.Of(s, project.Connectors.Get(s.Connector), DateRange.Day)).First().Windowed
            : [];

        var parts = HistoryParts.Divide("shop", objects, ranges);

        Assert.All(parts, p => Assert.True(HistoryParts.Estimate(p.Objects.Length, p.Ranges.Length) <= HistoryParts.TaskLimit));
        Assert.Equal(objects.Length * ranges.Length, parts.Sum(p => p.Objects.Length * p.Ranges.Length));
    }
}
