using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Phases;

/// <summary>Short names for what expressions are made of.</summary>
internal static class Sql
{
    public static string Name(string name) => Quoting.SqlName(name);

    public static string Table(string database, string table) => $"{Name(database)}.{Name(table)}";

    public static string Table(TableName table) => Table(table.Database, table.Table);

    public static string Text(string value) => Quoting.SqlText(value);
}
