using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases;

/// <summary>Names and texts as Trino reads them, whatever characters they hold.</summary>
internal static class SqlNames
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Quoted(this TableName table) => $"{Identifier(table.Database)}.{Identifier(table.Table)}";
}
