using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary><c>information_schema</c>: what the catalog holds at the start of the statement, as rows.</summary>
internal static class InformationSchema
{
    public static IReadOnlyList<string> Names { get; } = ["columns", "schemata", "tables", "views"];

    public static RelationPlan Read(QueryAnalyzer queries, string table, string? database, SqlPosition at)
    {
        queries.Schema.ReadAll();
        var (columns, rows) = table switch
        {
            "tables" => (Varchars("table_catalog", "table_schema", "table_name", "table_type"), Tables(queries.Schema)),
            "columns" => (ColumnColumns, Columns(queries.Schema)),
            "schemata" => (Varchars("catalog_name", "schema_name"), Schemas(queries.Schema)),
            "views" => (Varchars("table_catalog", "table_schema", "table_name", "view_definition"), Views(queries.Schema)),
            _ => throw Scope.Error("TABLE_NOT_FOUND", at, $"Table '{QueryAnalyzer.CatalogName}.information_schema.{table}' does not exist"),
        };
        var name = $"r{queries.NextNumber()}";
        var names = string.Join(", ", columns.Select((_, i) => $"c{i}"));
        var nulls = string.Join(", ", columns.Select(c => Sql.Cast("NULL", c.Type)));
        var values = rows.Select(r => $"({string.Join(", ", r)})").ToList();
        var source = values.Count == 0 ? $"SELECT {nulls} WHERE false" : $"VALUES {string.Join(", ", values)}";
        return new RelationPlan(
            $"({source}) AS {name}({names})",
            [.. columns.Select((c, i) => new Field(c.Name, c.Type, $"{name}.c{i}", table, database))]);
    }

    /// <summary>The columns of one of these tables, or null.</summary>
    public static ImmutableArray<(string Name, TrinoType Type)>? Describe(string table) => table switch
    {
        "tables" => Varchars("table_catalog", "table_schema", "table_name", "table_type"),
        "columns" => ColumnColumns,
        "schemata" => Varchars("catalog_name", "schema_name"),
        "views" => Varchars("table_catalog", "table_schema", "table_name", "view_definition"),
        _ => null,
    };

    private static ImmutableArray<(string Name, TrinoType Type)> ColumnColumns { get; } =
    [
        ("table_catalog", TrinoType.Varchar), ("table_schema", TrinoType.Varchar), ("table_name", TrinoType.Varchar),
        ("column_name", TrinoType.Varchar), ("ordinal_position", TrinoType.BigInt), ("column_default", TrinoType.Varchar),
        ("is_nullable", TrinoType.Varchar), ("data_type", TrinoType.Varchar),
    ];

    private static ImmutableArray<(string Name, TrinoType Type)> Varchars(params ReadOnlySpan<string> names)
    {
        var columns = ImmutableArray.CreateBuilder<(string, TrinoType)>();
        foreach (var name in names)
        {
            columns.Add((name, TrinoType.Varchar));
        }

        return columns.ToImmutable();
    }

    private static string Catalog => Sql.Text(QueryAnalyzer.CatalogName);

    private static IEnumerable<string[]> Schemas(ISchemaSource schema) =>
        schema.Databases().Append("information_schema").Select(d => new[] { Catalog, Sql.Text(d) });

    private static IEnumerable<string[]> Tables(ISchemaSource schema) =>
        schema.Databases().SelectMany(d =>
            schema.Tables(d).Select(t => new[] { Catalog, Sql.Text(d), Sql.Text(t), "'BASE TABLE'" })
                .Concat(schema.Views(d).Select(v => new[] { Catalog, Sql.Text(d), Sql.Text(v), "'VIEW'" })))
        .Concat(Names.Select(n => new[] { Catalog, "'information_schema'", Sql.Text(n), "'BASE TABLE'" }));

    private static IEnumerable<string[]> Columns(ISchemaSource schema) =>
        schema.Databases().SelectMany(d => schema.Tables(d).SelectMany(t =>
            (schema.Columns(d, t) ?? []).Select((c, i) => new[]
            {
                Catalog, Sql.Text(d), Sql.Text(t), Sql.Text(c.Name),
                $"CAST({(i + 1).ToString(CultureInfo.InvariantCulture)} AS BIGINT)", "CAST(NULL AS VARCHAR)", "'YES'", Sql.Text(c.Type.Name),
            })));

    private static IEnumerable<string[]> Views(ISchemaSource schema) =>
        schema.Databases().SelectMany(d => schema.Views(d).Select(v => new[] { Catalog, Sql.Text(d), Sql.Text(v), Sql.Text(schema.View(d, v) ?? "") }));
}
