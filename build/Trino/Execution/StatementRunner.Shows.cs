using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Trino.Analysis;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Execution;

internal sealed partial class StatementRunner
{
    private StatementResult Shown(Show s) => s.Kind switch
    {
        "TABLES" => List("Table", Tables(s), s),
        "SCHEMAS" when s.Target is { } catalog && catalog.ToString() != QueryAnalyzer.CatalogName =>
            throw new TrinoException("CATALOG_NOT_FOUND", $"Catalog '{catalog}' does not exist"),
        "SCHEMAS" => List("Schema", _schema.Databases().Append("information_schema"), s),
        "CATALOGS" => List("Catalog", [QueryAnalyzer.CatalogName, "system"], s),
        "COLUMNS" => Described(s),
        "CREATE TABLE" => CreateText(s),
        _ => throw Refused(s.At, $"SHOW {s.Kind}"),
    };

    private IEnumerable<string> Tables(Show s)
    {
        var database = s.Target?.Parts[^1].Lower ?? context.Database;
        if (s.Target is { Parts: [var catalog, _] } && catalog.Lower != QueryAnalyzer.CatalogName)
        {
            throw Scope.Error("CATALOG_NOT_FOUND", s.At, $"Catalog '{catalog.Lower}' does not exist");
        }

        return !_schema.HasDatabase(database)
            ? throw Scope.Error("SCHEMA_NOT_FOUND", s.At, $"Schema '{database}' does not exist")
            : database == "information_schema"
                ? InformationSchema.Names
                : _schema.Tables(database).Concat(_schema.Views(database));
    }

    private StatementResult List(string column, IEnumerable<string> names, Show s) => Text(
        [column],
        names.Where(n => s.Like is null || Matches(n, s.Like, s.Escape)).Order(StringComparer.Ordinal).Select(n => new[] { n }));

    private StatementResult Text(IEnumerable<string> columns, IEnumerable<string[]> rows) => new(
        [.. columns.Select(c => new ResultColumn(c, "varchar"))],
        [.. rows.Select(r => r.Select(v => (JsonNode?)JsonValue.Create(v)).ToImmutableArray())],
        null,
        null,
        [.. _warnings]);

    private static bool Matches(string name, string pattern, string? escape)
    {
        var regex = new System.Text.StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var literal = escape is { Length: 1 } && pattern[i] == escape[0] && i + 1 < pattern.Length;
            i += literal ? 1 : 0;
            regex.Append(literal ? Regex.Escape(pattern[i].ToString()) : pattern[i] switch
            {
                '%' => ".*",
                '_' => ".",
                var c => Regex.Escape(c.ToString()),
            });
        }

        return Regex.IsMatch(name, regex.Append('$').ToString(), RegexOptions.Singleline);
    }

    private StatementResult Described(Show s)
    {
        var queries = Queries;
        var (database, table) = queries.Locate(s.Target!);
        var rows = database == "information_schema" && InformationSchema.Describe(table) is { } own
            ? own.Select(c => new[] { c.Name, c.Type.Name, "", "" })
            : _schema.Columns(database, table) is { } columns
                ? columns.Select(c => new[] { c.Name, c.Type.Name, "", c.Comment ?? "" })
                : _schema.View(database, table) is { } view
                    ? queries.Analyze(Parser.ParseQuery(view)).Columns.Select(c => new[] { c.Name!, c.Type.Name, "", "" })
                    : throw queries.Missing(database, table, s.At);
        return Text(["Column", "Type", "Extra", "Comment"], rows.Where(r => s.Like is null || Matches(r[0], s.Like, s.Escape)));
    }

    private StatementResult CreateText(Show s)
    {
        var (database, table) = Queries.Locate(s.Target!);
        var columns = Columns(s.Target!, s.At);
        var lines = columns.Select(c => $"   {(IsBareName(c.Name) ? c.Name : $"\"{c.Name}\"")} {c.Type.Name}{(string.IsNullOrEmpty(c.Comment) ? "" : $" COMMENT {Duck.Text(c.Comment)}")}");
        var comment = _catalog.TableComment(database, table) is { } note ? $"\nCOMMENT {Duck.Text(note)}" : "";
        var text = $"CREATE TABLE {QueryAnalyzer.CatalogName}.{database}.{table} (\n{string.Join(",\n", lines)}\n){comment}";
        return Text(["Create Table"], [[text]]) with { Columns = [new ResultColumn("Create Table", $"varchar({text.EnumerateRunes().Count()})")] };
    }

    private static bool IsBareName(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]) && !ReservedWords.Contains(name.ToUpperInvariant());
}
