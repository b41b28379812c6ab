using System.Globalization;

namespace Cdp.Pipeline.Phases.Staging.Dialects;

/// <summary>TD's Trino.</summary>
internal sealed class PrestoDialect : ISqlDialect
{
    public string Name(string name) => Sql.Name(name);

    public string Table(string database, string table) => Sql.Table(database, table);

    public string Text(string value) => Sql.Text(value);

    public string Trim(string text) => $"trim({text})";

    public string Matches(string text, string pattern) => $"regexp_like({text}, {Text(pattern)})";

    public string Replace(string text, string pattern, string replacement) =>
        $"regexp_replace({text}, {Text(pattern)}, {Text(replacement)})";

    public string Extract(string text, string pattern, int group) =>
        string.Create(CultureInfo.InvariantCulture, $"regexp_extract({text}, {Text(pattern)}, {group})");

    public string ToText(string column, string type) => type switch
    {
        "double" or "real" => SqlLayout.WholeOr(column, $"CAST(CAST({column} AS bigint) AS varchar)", $"CAST({column} AS varchar)"),
        _ => type.StartsWith("varchar", StringComparison.Ordinal) ? column : $"CAST({column} AS varchar)",
    };

    public string ToBigint(string text) => $"TRY_CAST({text} AS bigint)";

    public string ToDouble(string text) => $"TRY_CAST({text} AS double)";

    public string Divide(string number, long by) => string.Create(CultureInfo.InvariantCulture, $"{number} / {by}");

    public string Round(string number, int places) => string.Create(CultureInfo.InvariantCulture, $"ROUND({number}, {places})");

    public string Sha256(string text) => $"lower(to_hex(sha256(to_utf8({text}))))";

    public string JsonOf(IEnumerable<string> texts) => $"json_format(CAST(ARRAY[{SqlLayout.Packed(texts)}] AS JSON))";

    public string Serialised(string column, string type) => $"json_format(CAST({column} AS JSON))";

    public string SecondsOf(string column, string type) => type is "date"
        ? $"CAST(floor(to_unixtime(CAST({column} AS timestamp))) AS bigint)"
        : $"CAST(floor(to_unixtime({column})) AS bigint)";

    public string JsonText(string json, IReadOnlyList<string> path)
    {
        var place = Text(Place(path));
        return $"COALESCE(json_extract_scalar({json}, {place}), NULLIF(json_format(json_extract({json}, {place})), 'null'))";
    }

    public string JsonList(string json, IReadOnlyList<string> path)
    {
        var list = $"json_extract({json}, {Text(Place(path))})";
        return $"COALESCE(filter(TRY_CAST({list} AS ARRAY(varchar)), e -> e IS NOT NULL),\n  "
            + $"filter(transform(TRY_CAST({list} AS ARRAY(JSON)), e -> json_format(e)), e -> e <> 'null'))";
    }

    public string Descending(string column) => $"{column} DESC NULLS LAST";

    private static string Place(IEnumerable<string> path) => "$" + string.Concat(path.Select(
        k => $"[\"{k.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]"));
}
