using Cdp.Trino.Runtime;
using Cdp.Trino.Runtime.Td;

namespace Cdp.Trino.Tests.Runtime;

/// <summary>The examples that Treasure Data documents or that were seen in public runs (td_functions.md A).</summary>
public sealed class TdTimeTests
{
    private const long Tuesday = 1534209825; // 2018-08-14 01:23:45 UTC

    [Theory]
    [InlineData("2015-01-01", "JST", 1420038000L)]
    [InlineData("2015-01-01 15:25:26", "JST", 1420093526L)]
    [InlineData("2015-01-01 15:25:26", "jst", 1420093526L)]
    [InlineData("2013-01-01 PDT", "UTC", 1357023600L)]
    [InlineData("2024-05-01 12:34:56.789 UTC", "JST", 1714566896L)]
    [InlineData("2023/06/05", "UTC", 1685923200L)]
    [InlineData("2023-09-01T00:00:00.000Z", "JST", 1693526400L)]
    [InlineData("2023-09-01T00:00:00+0900", "UTC", 1693494000L)]
    [InlineData("1969-12-31", "UTC", -86400L)]
    [InlineData("20230605", "UTC", null)]
    [InlineData("2023-6-5", "UTC", null)]
    [InlineData("05-06-2023", "UTC", null)]
    [InlineData("06/05/2023", "UTC", null)]
    [InlineData("2023-02-30", "UTC", null)]
    [InlineData("1685923200", "UTC", null)]
    [InlineData("", "UTC", null)]
    public void Texts_are_read_as_times_or_not_at_all(string text, string zone, long? expected) =>
        Assert.Equal(expected, TdTime.Parse(text, zone));

    [Theory]
    [InlineData("yyyy-MM-dd", "2016-06-20")]
    [InlineData("yyyy/M/d", "2016/6/20")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2016-06-20 16:58:27")]
    [InlineData("yyyy-MM-dd hh:mm:ss a", "2016-06-20 04:58:27 PM")]
    [InlineData("yyyy-MM-dd HH:mm:ss:SSS z", "2016-06-20 16:58:27:000 GMT+09:00")]
    [InlineData("MMMM d yyyy EEEE", "June 20 2016 Monday")]
    [InlineData("MMM dd, yy Z", "Jun 20, 16 +0900")]
    [InlineData("yyyy'年'M‒''", "2016年6‒'")]
    public void Times_are_printed_by_javas_letters(string pattern, string expected) =>
        Assert.Equal(expected, TdTimeFormat.Print(1466409507, pattern, "JST"));

    [Fact]
    public void A_capital_Y_is_the_year_of_the_week() =>
        Assert.Equal("2019 2018", TdTimeFormat.Print(1546128000, "YYYY yyyy", "UTC"));

    [Theory]
    [InlineData("y", "2019-01-01 00:00:00+0900")]
    [InlineData("y!", "2019")]
    [InlineData("q", "2019-10-01 00:00:00+0900")]
    [InlineData("q!", "2019-10")]
    [InlineData("M", "2019-12-01 00:00:00+0900")]
    [InlineData("w", "2019-12-09 00:00:00+0900")]
    [InlineData("w!", "2019-12-09")]
    [InlineData("d!", "2019-12-12")]
    [InlineData("h", "2019-12-12 09:00:00+0900")]
    [InlineData("h!", "2019-12-12 09")]
    [InlineData("m!", "2019-12-12 09:30")]
    [InlineData("s", "2019-12-12 09:30:13+0900")]
    [InlineData("s!", "2019-12-12 09:30:13")]
    public void Times_are_cut_and_printed_by_unit(string unit, string expected) =>
        Assert.Equal(expected, TdTime.ToText(1576110613, unit, "JST"));

    [Theory]
    [InlineData("hour", 1542938400L)]
    [InlineData("day", 1542898800L)]
    [InlineData("week", 1542553200L)]
    [InlineData("month", 1540998000L)]
    [InlineData("year", 1514732400L)]
    public void Times_are_cut_in_the_zone(string unit, long expected) =>
        Assert.Equal(expected, TdTime.Truncate(unit, 1542939060, "JST"));

    [Theory]
    [InlineData("1w", 604800L)]
    [InlineData("-2d3h", -183600L)]
    [InlineData("1h30m", 5400L)]
    [InlineData("90s", 90L)]
    public void Durations_are_added_as_seconds(string duration, long seconds) =>
        Assert.Equal(1000 + seconds, TdTime.Add(1000, duration));

    [Theory]
    [InlineData("1")]
    [InlineData("1M")]
    [InlineData("")]
    public void Other_durations_are_errors(string duration) =>
        Assert.Throws<TrinoFailure>(() => TdTime.Add(0, duration));

    [Theory]
    [InlineData("-7d", "2018-08-07", "2018-08-14")]
    [InlineData("-1w", "2018-08-06", "2018-08-13")]
    [InlineData("1d", "2018-08-14", "2018-08-15")]
    [InlineData("-1M", "2018-07-01", "2018-08-01")]
    [InlineData("1M", "2018-08-01", "2018-09-01")]
    [InlineData("1y", "2018-01-01", "2019-01-01")]
    [InlineData("-15m", "2018-08-14 01:08:00", "2018-08-14 01:23:00")]
    [InlineData("-30s", "2018-08-14 01:23:15", "2018-08-14 01:23:45")]
    [InlineData("-1h", "2018-08-14 00:00:00", "2018-08-14 01:00:00")]
    [InlineData("-1h/now", "2018-08-14 00:00:00", "2018-08-14 01:23:45")]
    [InlineData("-1h/0d", "2018-08-13 23:00:00", "2018-08-14")]
    [InlineData("-7d/2015-12-25", "2015-12-18", "2015-12-25")]
    [InlineData("-10d/-1M", "2018-06-21", "2018-07-01")]
    [InlineData("-1h/2017-01-23 01:23:45", "2017-01-23 00:00:00", "2017-01-23 01:00:00")]
    [InlineData("2018-08-01/2018-08-10", "2018-08-01", "2018-08-10")]
    [InlineData("-1d/now", "2018-08-13", "2018-08-14 01:23:45")]
    [InlineData("0d/now", "2018-08-14", "2018-08-14 01:23:45")]
    [InlineData("0M/now", "2018-08-01", "2018-08-14 01:23:45")]
    [InlineData("-3M/now", "2018-05-01", "2018-08-14 01:23:45")]
    [InlineData("-1d/-1d", "2018-08-12", "2018-08-13")]
    [InlineData("-1d/-7d", "2018-08-06", "2018-08-07")]
    [InlineData("-7d/-1d", "2018-08-06", "2018-08-13")]
    [InlineData("-1M/-2M", "2018-05-01", "2018-06-01")]
    [InlineData("-6M/1M", "2018-03-01", "2018-09-01")]
    [InlineData("-10y/-1M", "2008-01-01", "2018-07-01")]
    [InlineData("-7d/0M", "2018-07-25", "2018-08-01")]
    [InlineData("0M/-7d", "2018-08-01", "2018-08-07")]
    [InlineData("-1q", "2018-04-01", "2018-07-01")]
    [InlineData("-1M/2018-09-02", "2018-08-01", "2018-09-01")]
    [InlineData("-1M/2018-09-02 12:34:56)", "2018-08-01", "2018-09-02 12:34:56")]
    public void Intervals_are_the_documented_windows(string interval, string start, string end) =>
        Assert.Equal((TdTime.Parse(start, "UTC")!.Value, TdTime.Parse(end, "UTC")!.Value), TdInterval.Window(interval, Tuesday, "UTC"));

    [Theory]
    [InlineData("1w", "2016-05-16", "2016-05-23")]
    [InlineData("-1w", "2016-05-09", "2016-05-16")]
    [InlineData("-7d/-2d", "2016-05-13", "2016-05-20")]
    [InlineData("-1w/-1w", "2016-05-02", "2016-05-09")]
    public void Intervals_are_those_of_published_runs(string interval, string start, string end) =>
        Assert.Equal(
            (TdTime.Parse(start, "JST")!.Value, TdTime.Parse(end, "JST")!.Value),
            TdInterval.Window(interval, TdTime.Parse("2016-05-22 01:00:00", "JST")!.Value, "JST"));

    [Theory]
    [InlineData("1x")]
    [InlineData("")]
    [InlineData("-1d/soon")]
    [InlineData("today")]
    public void Other_intervals_are_errors(string interval) =>
        Assert.Throws<TrinoFailure>(() => TdInterval.Window(interval, Tuesday, "UTC"));

    [Fact]
    public void An_unknown_zone_is_an_error() => Assert.Throws<TrinoFailure>(() => TdTime.Parse("2018-01-01", "Mars"));

    [Fact]
    public void Escaped_korean_is_read_with_its_own_encoding() =>
        Assert.Equal("블루투스", new FunctionTable().Call("td_url_decode", "%BA%ED%B7%E7%C5%F5%BD%BA", "ko"));
}
