using System.Globalization;
using System.Numerics;
using System.Text;

namespace Cdp.Trino.Tests.Execution;

/// <summary>Answers for random values beside those of a model in .NET, written from the functions' definitions.</summary>
public sealed class ModelTests : IDisposable
{
    private static readonly QueryContext Stock = new() { Database = "cdp", Dialect = Dialect.Trino, Now = DateTimeOffset.UnixEpoch };
    private static readonly string[] Letters = ["a", "b", "é", "ß", "日", "😀", " ", ",", "%", "𝒳"];

    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");
    private readonly Random _random = new(5);

    public ModelTests() => _database.CreateDatabase("cdp");

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Decimals_are_added_multiplied_and_divided_exactly()
    {
        for (var i = 0; i < 150; i++)
        {
            var (a, b) = (Decimal(), Decimal());
            var scale = Math.Max(a.Scale, b.Scale);
            var (x, y) = (a.Digits * BigInteger.Pow(10, scale - a.Scale), b.Digits * BigInteger.Pow(10, scale - b.Scale));
            var row = await RowAsync($"SELECT {a.Text} + {b.Text}, {a.Text} - {b.Text}, {a.Text} * {b.Text}, {a.Text} / {b.Text}, {a.Text} % {b.Text}");

            Assert.Equal(
                [Write(x + y, scale), Write(x - y, scale), Write(a.Digits * b.Digits, a.Scale + b.Scale), Write(Quotient(x * BigInteger.Pow(10, scale), y), scale), Write(BigInteger.Remainder(x, y), scale)],
                row);
        }
    }

    [Fact]
    public async Task Dates_are_counted_as_the_calendar_has_them()
    {
        for (var i = 0; i < 150; i++)
        {
            var date = new DateOnly(1900, 1, 1).AddDays(_random.Next(80_000));
            var other = new DateOnly(1900, 1, 1).AddDays(_random.Next(80_000));
            var n = _random.Next(-400, 400);
            var monday = date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
            var row = await RowAsync(
                $"SELECT day_of_week(d), week(d), year_of_week(d), day_of_year(d), date_trunc('week', d), date_trunc('quarter', d), last_day_of_month(d), date_add('month', {n}, d), date_add('day', {n}, d), date_diff('day', d, o), date_diff('month', d, o) FROM (VALUES (DATE '{date:yyyy-MM-dd}', DATE '{other:yyyy-MM-dd}')) t(d, o)");

            Assert.Equal(
                [
                    Text((((int)date.DayOfWeek + 6) % 7) + 1), Text(ISOWeek.GetWeekOfYear(date.ToDateTime(default))), Text(ISOWeek.GetYear(date.ToDateTime(default))), Text(date.DayOfYear),
                    Text(monday), Text(new DateOnly(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1)), Text(new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(-1)),
                    Text(date.AddMonths(n)), Text(date.AddDays(n)), Text(other.DayNumber - date.DayNumber), Text(Months(date, other)),
                ],
                row);
        }
    }

    [Fact]
    public async Task Texts_are_cut_and_filled_by_code_points()
    {
        for (var i = 0; i < 200; i++)
        {
            var text = string.Concat(Enumerable.Range(0, _random.Next(9)).Select(_ => Letters[_random.Next(Letters.Length)]));
            var points = text.EnumerateRunes().ToList();
            var (from, size) = (_random.Next(-10, 11), _random.Next(0, 12));
            var row = await RowAsync($"SELECT length(s), reverse(s), substr(s, n), substr(s, n, m), lpad(s, m, 'xy'), rpad(s, m, 'xy'), strpos(s, 'a'), cardinality(split(s, ',')), split_part(s, ',', 2) FROM (VALUES ('{text}', {from}, {size})) t(s, n, m)");

            var start = from < 0 ? points.Count + from : from - 1;
            var rest = from == 0 || start < 0 || start > points.Count ? [] : points[start..];
            var missing = Enumerable.Range(0, Math.Max(0, size - points.Count)).Select(k => new Rune(k % 2 == 0 ? 'x' : 'y')).ToList();
            var filled = size <= points.Count ? points.Take(size) : missing.Concat(points);
            var pieces = text.Split(',');
            Assert.Equal(
                [
                    Text(points.Count), Join(points.AsEnumerable().Reverse()), Join(rest), Join(rest.Take(size)), Join(filled),
                    Join(points.Concat(missing).Take(size)), Text(points.IndexOf(new Rune('a')) + 1), Text(pieces.Length), pieces.Length > 1 ? pieces[1] : null,
                ],
                row);
        }
    }

    private (BigInteger Digits, int Scale, string Text) Decimal()
    {
        var (size, scale) = (_random.Next(1, 17), 0);
        scale = _random.Next(0, Math.Min(size, 8));
        var digits = new BigInteger(_random.NextInt64((long)BigInteger.Pow(10, size - 1), (long)BigInteger.Pow(10, size))) * (_random.Next(2) == 0 ? 1 : -1);
        return (digits, scale, $"DECIMAL '{Write(digits, scale)}'");
    }

    /// <summary>Rounded half away from zero.</summary>
    private static BigInteger Quotient(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(dividend), BigInteger.Abs(divisor), out var rest);
        return (rest * 2 >= BigInteger.Abs(divisor) ? quotient + 1 : quotient) * dividend.Sign * divisor.Sign;
    }

    private static string Write(BigInteger digits, int scale)
    {
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return (digits.Sign < 0 ? "-" : "") + (scale == 0 ? text : $"{text[..^scale]}.{text[^scale..]}");
    }

    private static int Months(DateOnly from, DateOnly to) => to < from
        ? -Months(to, from, backwards: true)
        : Months(from, to, backwards: false);

    /// <summary>Whole months between the two, counted from the one that the question starts at.</summary>
    private static int Months(DateOnly early, DateOnly late, bool backwards)
    {
        var months = ((late.Year - early.Year) * 12) + late.Month - early.Month;
        return months - ((backwards ? late.AddMonths(-months) < early : early.AddMonths(months) > late) ? 1 : 0);
    }

    private static string Join(IEnumerable<Rune> points) => string.Concat(points);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<IEnumerable<string?>> RowAsync(string sql) =>
        (await _database.ExecuteAsync(sql, Stock, CancellationToken.None))[^1].Rows[0].Select(v => v?.ToString());
}
