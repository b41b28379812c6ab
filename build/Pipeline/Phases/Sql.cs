using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases;

/// <summary>Writes names and texts into SQL that passes through digdag's templates before the engine sees it.</summary>
internal static class Sql
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Table(string database, string table) => $"{Name(database)}.{Name(table)}";

    public static string Table(TableName table) => Table(table.Database, table.Table);

    /// <summary>A literal. What digdag would take for its own (<c>${</c>, <c>$$</c>) is written so that it comes out again.</summary>
    public static string Text(string value) =>
        $"'{ForDigdag(value.Replace("'", "''", StringComparison.Ordinal))}'";

    public static string ForDigdag(string text) =>
        text.Replace("${", "${'$'}{", StringComparison.Ordinal).Replace("$$", "$${'$'}", StringComparison.Ordinal);
}
