using System.Globalization;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Phases.Staging.Dialects;

/// <summary>TD's Hive, in words that its versions 2 and 4 understand alike.</summary>
internal sealed class HiveDialect : ISqlDialect
{
    /// <summary>What Trino's trim takes away.</summary>
    private const string WhiteSpace = @"[\s\x1c-\x1f\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]";

    public string Name(string name) => Quoting.HiveName(name);

    public string Table(string database, string table) => $"{Name(database)}.{Name(table)}";

    public string Text(string value) => Quoting.HiveText(value);

    /// <remarks>Hive's trim knows blanks only, and Java's <c>\s</c> none beyond ASCII, as the wide blank of Japanese texts.</remarks>
    public string Trim(string text) => Replace(text, $"^{WhiteSpace}+|{WhiteSpace}+$", string.Empty);

    public string Matches(string text, string pattern) => $"{text} RLIKE {Text(pattern)}";

    public string Replace(string text, string pattern, string replacement) =>
        $"regexp_replace({text}, {Text(pattern)}, {Text(replacement)})";

    public string Extract(string text, string pattern, int group) =>
        string.Create(CultureInfo.InvariantCulture, $"regexp_extract({text}, {Text(pattern)}, {group})");

    public string ToText(string column, string type) => type switch
    {
        "double" or "real" => SqlLayout.WholeOr(column, $"CAST(CAST({column} AS BIGINT) AS STRING)", $"CAST({column} AS STRING)"),
        _ => type.StartsWith("varchar", StringComparison.Ordinal) ? column : $"CAST({column} AS STRING)",
    };

    public string ToBigint(string text) => $"CAST({text} AS BIGINT)";

    public string ToDouble(string text) => $"CAST({text} AS DOUBLE)";

    public string Divide(string number, long by) => string.Create(CultureInfo.InvariantCulture, $"{number} DIV {by}");

    /// <remarks>Hive's round() goes by the decimal digits and Trino's by the double: 1.005 would become 1.01 here and 1.0 there.</remarks>
    public string Round(string number, int places)
    {
        var factor = (long)Math.Pow(10, places);
        var positive = string.Create(CultureInfo.InvariantCulture, $"floor(abs({number}) * {factor} + 0.5) / {factor}");
        return $"CASE WHEN abs({number}) < 1e{14 - places} THEN CASE WHEN {number} < 0 THEN -({positive}) ELSE {positive} END ELSE {number} END";
    }

    public string Sha256(string text) => $"sha2({text}, 256)";

    /// <remarks>As Trino's json_format prints it, so that an engine can be exchanged without changing the keys of rows.</remarks>
    public string JsonOf(IEnumerable<string> texts)
    {
        var items = texts.Select(t => $"coalesce(concat('\"', {Replace(t, "([\"\\\\])", @"\\$1")}, '\"'), 'null')");
        var list = $"concat(\n  '[',\n  {string.Join(", ',',\n  ", items)},\n  ']')";
        return Replace(Replace(Replace(list, "\\n", @"\\n"), "\\r", @"\\r"), "\\t", @"\\t");
    }

    public string Serialised(string column, string type) => type.StartsWith("array(varchar", StringComparison.Ordinal)
        ? $"concat_ws(',', {column})"
        : $"CAST({column} AS STRING)";

    public string SecondsOf(string column, string type) => $"TD_TIME_PARSE(CAST({column} AS STRING), 'UTC')";

    public string JsonText(string json, IReadOnlyList<string> path) => HiveJson.Text(this, json, path);

    public string JsonList(string json, IReadOnlyList<string> path) => HiveJson.List(this, json, path);

    /// <remarks>Where NULL stands differs from version to version, and NULLS LAST is not in all of them.</remarks>
    public string Descending(string column) => $"CASE WHEN {column} IS NULL THEN 1 ELSE 0 END, {column} DESC";
}
