using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Phases.Staging.Dialects;

namespace Cdp.Pipeline.Phases.Staging.Rules;

/// <summary>Reads a date of any type as unix seconds, once; what cannot be read is NULL, never an error.</summary>
internal sealed class DateRule(ISqlDialect sql)
{
    private static readonly ImmutableArray<string> _months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Of a column that is no text.</summary>
    public string FromTyped(string column, string type) => type switch
    {
        "bigint" or "integer" or "int" => ByMagnitude(column),
        "double" or "real" => ByMagnitude($"CAST(floor({column}) AS bigint)"),
        _ => sql.SecondsOf(column, type),
    };

    /// <summary>Digits that stand alone get a 0 before them, so that all forms have two.</summary>
    public string Padded(string text) => sql.Replace(text, "(?<![0-9])([0-9])(?![0-9])", "0$1");

    /// <param name="written">Forms that the configuration names: they come before all others, even before plain digits.</param>
    /// <param name="ordered">Forms that depend on which of day and month comes first.</param>
    public string FromPadded(string padded, IEnumerable<DateForm> written, IEnumerable<DateForm> ordered)
    {
        var readings = written.Select(f => FromForm(padded, f))
            .Append(FromDigits(padded)).Append(FromIso(padded))
            .Concat(ordered.Select(f => FromForm(padded, f)));
        return $"COALESCE(\n  {string.Join(",\n  ", readings.Select(r => SqlLayout.Indented(r, 2)))}\n)";
    }

    /// <summary>Seconds have up to 11 digits, milliseconds 14, microseconds 17.</summary>
    private string ByMagnitude(string number) =>
        $"CASE WHEN abs({number}) < 100000000000 THEN {number} WHEN abs({number}) < 100000000000000 THEN {sql.Divide(number, 1000)} "
        + $"WHEN abs({number}) < 100000000000000000 THEN {sql.Divide(number, 1_000_000)} ELSE {sql.Divide(number, 1_000_000_000)} END";

    /// <summary>The digits of the seconds; three, six or nine more are their fraction.</summary>
    private string FromDigits(string text) =>
        sql.ToBigint(sql.Extract(text, "^(-?[0-9]{9,11})(?:[0-9]{3}){0,3}(?:[.][0-9]*)?$", 1));

    /// <summary>ISO 8601 and its relatives, with <c>/</c>, blanks, fractions and zones, in the one form that all versions of TD read.</summary>
    private string FromIso(string text)
    {
        var instant = SqlLayout.Replaced(
            sql,
            text,
            ("^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)", "$1-$2-$3 "),
            ("^(.{13}:[0-9]{2})(?![0-9:])", "$1:00"),
            ("^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+", "$1"),
            ("^(.{19} *[+-][0-9]{2})$", "$1:00"),
            ("^ +| +$", string.Empty));
        return $"CASE WHEN {sql.Matches(text, "^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)")} THEN TD_TIME_PARSE(\n  {SqlLayout.Indented(instant, 2)}, 'UTC') END";
    }

    private string FromForm(string text, DateForm form)
    {
        var number = form.Group(DatePart.Year) > 0 && form.Group(DatePart.Month) > 0
            && form.Group(DatePart.HalfDay) == 0 && form.Group(DatePart.Zone) == 0;
        var instant = number
            ? sql.Replace(text, form.Pattern, $"${Digit(form, DatePart.Year)}-${Digit(form, DatePart.Month)}-${Digit(form, DatePart.Day)} "
                + string.Join(':', new[] { DatePart.Hour, DatePart.Minute, DatePart.Second }.Select(p => form.Group(p) > 0 ? $"${Digit(form, p)}" : "00")))
            : $"concat({string.Join(", ", Pieces(text, form))})";
        return $"CASE WHEN {sql.Matches(text, form.Pattern)} THEN TD_TIME_PARSE({instant}, 'UTC') END";
    }

    private IEnumerable<string> Pieces(string text, DateForm form)
    {
        string Part(DatePart part) => form.Group(part) > 0 ? sql.Extract(text, form.Pattern, form.Group(part)) : "'00'";
        yield return form.Group(DatePart.Year) > 0
            ? Part(DatePart.Year)
            : $"CASE WHEN {Part(DatePart.ShortYear)} < '70' THEN '20' ELSE '19' END, {Part(DatePart.ShortYear)}";
        yield return "'-'";
        yield return form.Group(DatePart.Month) > 0 ? Part(DatePart.Month) : Month(Part(DatePart.MonthName));
        yield return "'-'";
        yield return Part(DatePart.Day);
        yield return "' '";
        yield return form.Group(DatePart.HalfDay) > 0 ? Hour(Part(DatePart.HalfDayHour), Part(DatePart.HalfDay)) : Part(DatePart.Hour);
        yield return $"':', {Part(DatePart.Minute)}, ':', {Part(DatePart.Second)}";
        if (form.Group(DatePart.Zone) > 0)
        {
            yield return $"' ', {Part(DatePart.Zone)}";
        }
    }

    private static string Month(string name) =>
        $"CASE upper({name}) {string.Join(' ', _months.Select((m, n) => string.Create(CultureInfo.InvariantCulture, $"WHEN '{m}' THEN '{n + 1:00}'")))} END";

    private static string Hour(string hour, string half)
    {
        var afternoon = string.Join(' ', Enumerable.Range(1, 11).Select(
            h => string.Create(CultureInfo.InvariantCulture, $"WHEN '{h:00}' THEN '{h + 12}'")));
        return $"CASE WHEN upper({half}) = 'P' THEN CASE {hour} {afternoon} ELSE {hour} END WHEN {hour} = '12' THEN '00' ELSE {hour} END";
    }

    private static string Digit(DateForm form, DatePart part) => form.Group(part).ToString(CultureInfo.InvariantCulture);
}
