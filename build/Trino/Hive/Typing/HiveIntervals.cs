using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Intervals: of days in milliseconds, of years in months, as they lie in the engine.</summary>
internal static partial class HiveIntervals
{
    public static HiveValue Literal(HiveNode node)
    {
        var unit = node.Items[0].Text;
        var amount = Amount(node.Text, unit) ?? throw HiveError.Refused($"The interval '{node.Text}' {unit}", node.At);
        return new HiveValue(node.Type!, $"CAST({amount.ToString(CultureInfo.InvariantCulture)} AS {DuckTypes.Of(node.Type!)})") { IsConstant = true };
    }

    private static long? Amount(string text, string unit)
    {
        var match = unit == "DAY TO SECOND" ? DayToSecond().Match(text) : unit == "YEAR TO MONTH" ? YearToMonth().Match(text) : Single().Match(text);
        if (!match.Success)
        {
            return null;
        }

        long Part(string name) => match.Groups[name].Success ? long.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var sign = text.StartsWith('-') ? -1 : 1;
        var fraction = match.Groups["f"].Success ? long.Parse(match.Groups["f"].Value.PadRight(3, '0'), CultureInfo.InvariantCulture) : 0;
        return unit switch
        {
            "YEAR TO MONTH" => sign * ((Part("y") * 12) + Part("m")),
            "DAY TO SECOND" => sign * ((((((Part("d") * 24) + Part("h")) * 60) + Part("m")) * 60_000) + (Part("s") * 1000) + fraction),
            "YEAR" => sign * Part("n") * 12,
            "MONTH" => sign * Part("n"),
            "DAY" => sign * Part("n") * 86_400_000,
            "HOUR" => sign * Part("n") * 3_600_000,
            "MINUTE" => sign * Part("n") * 60_000,
            "SECOND" => sign * ((Part("n") * 1000) + fraction),
            _ => null,
        };
    }

    /// <summary>As Hive prints them: <c>1 02:03:04.500000000</c>, <c>1-2</c>.</summary>
    public static string Text(string sql, TrinoType type) => type.Kind == Kind.IntervalYear
        ? $"(CASE WHEN {sql} IS NOT NULL THEN concat(CASE WHEN {sql} < 0 THEN '-' ELSE '' END, abs({sql}) // 12, '-', abs({sql}) % 12) END)"
        : $"(CASE WHEN {sql} IS NOT NULL THEN concat(CASE WHEN {sql} < 0 THEN '-' ELSE '' END, abs({sql}) // 86400000, printf(' %02d:%02d:%02d.%03d000000', (abs({sql}) // 3600000) % 24, (abs({sql}) // 60000) % 60, (abs({sql}) // 1000) % 60, abs({sql}) % 1000)) END)";

    /// <summary>A date or timestamp and an interval, in that order; null where Hive has no such sum.</summary>
    public static HiveValue? Add(HiveValue time, string sign, HiveValue interval) => (time.Type.Kind, interval.Type.Kind) switch
    {
        (Kind.Date or Kind.Timestamp, Kind.IntervalDay) =>
            new HiveValue(HiveTypes.Timestamp, $"(CAST({time.Sql} AS TIMESTAMP) {sign} to_milliseconds({interval.Sql}))"),
        (Kind.Date, Kind.IntervalYear) => new HiveValue(TrinoType.Date, $"CAST({time.Sql} {sign} to_months({interval.Sql}) AS DATE)"),
        (Kind.Timestamp, Kind.IntervalYear) => new HiveValue(HiveTypes.Timestamp, $"({time.Sql} {sign} to_months({interval.Sql}))"),
        _ => null,
    };

    /// <summary>Between two dates or timestamps.</summary>
    public static HiveValue Difference(HiveValue a, HiveValue b) => new(
        TrinoType.IntervalDay,
        $"((epoch_us(CAST({a.Sql} AS TIMESTAMP)) - epoch_us(CAST({b.Sql} AS TIMESTAMP))) // 1000)");

    [GeneratedRegex(@"^[+-]?(?<n>[0-9]{1,9})(?:\.(?<f>[0-9]{1,3}))?\z")]
    private static partial Regex Single();

    [GeneratedRegex(@"^[+-]?(?<d>[0-9]{1,9}) (?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})(?:\.(?<f>[0-9]{1,3}))?\z")]
    private static partial Regex DayToSecond();

    [GeneratedRegex(@"^[+-]?(?<y>[0-9]{1,6})-(?<m>[0-9]{1,2})\z")]
    private static partial Regex YearToMonth();
}
