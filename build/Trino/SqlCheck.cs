using System.Collections.Immutable;
using Cdp.Trino.Analysis;
using Cdp.Trino.Execution;
using Cdp.Trino.Hive;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino;

/// <summary>A fault of a SQL text.</summary>
/// <param name="Message">Without the place, which stands in <paramref name="Line"/> and <paramref name="Column"/>.</param>
public sealed record SqlFault(int Line, int Column, string ErrorName, string Message);

/// <summary>The tables that a text is checked against; databases that it does not name are unknown, not empty.</summary>
public sealed record SqlCatalog(ImmutableArray<TableDescription> Tables)
{
    /// <summary>Nothing is known: texts are parsed, and not bound.</summary>
    public static SqlCatalog Unknown { get; } = new([]);
}

/// <summary>Checks a text of SQL without a database.</summary>
public static class SqlCheck
{
    /// <summary>
    /// All statements are parsed. Each is also bound when every table it reads is in the catalog; a statement that reads
    /// a table of which nothing is known is only parsed.
    /// </summary>
    public static ImmutableArray<SqlFault> Check(string sql, QueryContext context, SqlCatalog catalog)
    {
        if (context.Dialect is Dialect.Hive or Dialect.TdHive)
        {
            return CheckHive(sql, context, catalog);
        }

        var faults = ImmutableArray.CreateBuilder<SqlFault>();
        var doubles = JobText.DecimalsAreDoubles(sql, context.Dialect);
        var schema = new KnownSchema(catalog, context.Database);
        foreach (var text in context.Dialect == Dialect.Td ? JobText.Split(sql) : [sql])
        {
            try
            {
                var statement = Parser.ParseStatement(text);
                if (!catalog.Tables.IsEmpty)
                {
                    Bind(statement, new QueryAnalyzer(context, schema, doubles));
                }
            }
            catch (TrinoException error) when (error.ErrorName is not ("TABLE_NOT_FOUND" or "SCHEMA_NOT_FOUND"))
            {
                var prefix = error.Line is null ? "" : $"line {error.Line}:{error.Column}: ";
                faults.Add(new SqlFault(error.Line ?? 1, error.Column ?? 1, error.ErrorName, error.Message[prefix.Length..]));
            }
            catch (TrinoException)
            {
                // a table that an earlier statement makes, or of which nothing is known
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>What is refused here is no fault: the platform runs it. Hive counts columns from 0, a file's places from 1.</summary>
    private static ImmutableArray<SqlFault> CheckHive(string sql, QueryContext context, SqlCatalog catalog)
    {
        try
        {
            foreach (var statement in HiveRunner.Parse(sql, context))
            {
                if (!catalog.Tables.IsEmpty)
                {
                    Bind(statement, new HiveContext(context, new KnownSchema(catalog, context.Database)));
                }
            }

            return [];
        }
        catch (TrinoException error) when (error.ErrorName is TrinoException.NotSupportedLocally || error.Message.Contains("[Error 10001]", StringComparison.Ordinal))
        {
            return [];
        }
        catch (TrinoException error)
        {
            return [new SqlFault(error.Line ?? 1, (error.Column ?? 0) + 1, error.ErrorName, error.Message)];
        }
    }

    private static void Bind(HiveStatement statement, HiveContext context)
    {
        var queries = statement switch
        {
            HiveSelectStatement s => [s.Query],
            HiveInsert s => s.Parts.Select(p => p.Query),
            HiveCreateTable { Query: { } query } => [query],
            _ => Enumerable.Empty<HiveQuery>(),
        };
        foreach (var query in queries)
        {
            new HiveQueries(context).Statement(query);
        }
    }

    private static void Bind(Statement statement, QueryAnalyzer queries)
    {
        switch (statement)
        {
            case QueryStatement s:
                queries.Analyze(s.Query);
                break;
            case Insert s:
                queries.Analyze(s.Query);
                break;
            case CreateTableAs s:
                queries.Analyze(s.Query);
                break;
            case CreateView s:
                queries.Analyze(s.Query);
                break;
        }
    }

    private sealed class KnownSchema(SqlCatalog catalog, string database) : ISchemaSource
    {
        public IReadOnlyList<string> Databases() => [.. catalog.Tables.Select(t => t.Database).Append(database).Distinct()];

        public bool HasDatabase(string name) => Databases().Contains(name);

        public IReadOnlyList<string> Tables(string name) => [.. catalog.Tables.Where(t => t.Database == name).Select(t => t.Name)];

        public IReadOnlyList<string> Views(string name) => [];

        public ImmutableArray<StoredColumn>? Columns(string name, string table) =>
            catalog.Tables.FirstOrDefault(t => t.Database == name && t.Name == table) is { } found
                ? [.. found.Columns.Select(c => new StoredColumn(c.Name, TypeNames.Parse(c.Type)))]
                : null;

        public string? View(string name, string view) => null;

        public ImmutableArray<TrinoType> ViewTypes(string name, string view) => [];
    }
}
