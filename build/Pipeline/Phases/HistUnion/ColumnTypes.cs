namespace Cdp.Pipeline.Phases.HistUnion;

/// <summary>The narrowest of TD's types that holds the values of two.</summary>
internal static class ColumnTypes
{
    private static readonly string[] _whole = ["tinyint", "smallint", "integer", "bigint"];
    private static readonly string[] _fractional = ["real", "double"];

    /// <summary>TD stores whole numbers as bigint, fractions as double, texts and all else that is no array as varchar.</summary>
    public static string Stored(string type) => type switch
    {
        _ when _whole.Contains(type) => "bigint",
        _ when _fractional.Contains(type) || type.StartsWith("decimal", StringComparison.Ordinal) => "double",
        _ when IsArray(type) => type,
        _ => "varchar",
    };

    public static string Wider(string left, string right) => (Stored(left), Stored(right)) switch
    {
        var (l, r) when l == r => l,
        ("bigint", "double") or ("double", "bigint") => "double",
        _ => "varchar",
    };

    /// <summary>The column as that type. A cast that could not be made at all goes by way of JSON.</summary>
    public static string Cast(string column, string from, string to) => Stored(from) switch
    {
        var stored when stored == to && (stored == from || IsArray(from)) => column,
        var stored when IsArray(stored) => $"json_format(CAST({column} AS JSON))",
        _ => $"CAST({column} AS {to})",
    };

    private static bool IsArray(string type) => type.StartsWith("array", StringComparison.Ordinal);
}
