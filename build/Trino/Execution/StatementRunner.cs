using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Cdp.Trino.Analysis;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>One statement on one connection.</summary>
internal sealed partial class StatementRunner(DuckDBConnection connection, QueryContext context, bool decimalsAreDoubles, CancellationToken cancellation, PlanSnapshot? plans = null)
{
    private readonly Catalog _catalog = new(connection);
    private readonly CatalogSchema _schema = new(connection);
    private readonly List<string> _warnings = [];

    /// <summary>From so many rows on a query should say which time it means.</summary>
    public const long LargeTable = 1_000_000;

    private QueryAnalyzer Queries => new(context, _schema, decimalsAreDoubles);

    private bool IsTd => context.Dialect == Dialect.Td;

    public static bool Writes(Statement statement) =>
        statement is not (QueryStatement or Show or Explain or Use or UnsupportedStatement);

    public StatementResult Run(Statement statement) => statement switch
    {
        QueryStatement s => Query(Planned(s)),
        CreateTable s => Create(s),
        CreateTableAs s => Create(s),
        Insert s => Insert(s),
        Delete s => Delete(s),
        Update s => Update(s),
        Truncate s => Truncate(s),
        Drop s => Drop(s),
        CreateSchema s => Create(s),
        Rename s => Rename(s),
        AddColumn s => Add(s),
        CreateView s => Create(s),
        Comment s => Remark(s),
        Show s => Shown(s),
        Use s => throw Refused(s.At, "USE"),
        Merge s => Merge(s),
        Explain s => Explained(s),
        UnsupportedStatement { Table: { } table } s when Columns(table) is null => throw new TrinoException(
            "TABLE_NOT_FOUND", $"Table '{QueryAnalyzer.CatalogName}.{string.Join('.', Queries.Locate(table).Database, table.Parts[^1].Lower)}' does not exist"),
        UnsupportedStatement s => throw Refused(s.At, s.What),
        _ => throw Refused(statement.At, statement.GetType().Name),
    };

    private static TrinoException Refused(SqlPosition at, string what) =>
        Scope.Error(TrinoException.NotSupportedLocally, at, $"{what} is not supported locally");

    private QueryPlan Planned(QueryStatement s)
    {
        var key = new PlanKey(s, context.Database, context.Dialect, decimalsAreDoubles);
        if (plans?.Find(key) is { } known)
        {
            return known;
        }

        var watched = context with { TimeRead = new StrongBox<bool>() };
        var plan = new QueryAnalyzer(watched, _schema, decimalsAreDoubles).Analyze(s.Query);
        if (!watched.TimeRead.Value)
        {
            plans?.Keep(key, plan);
        }

        return plan;
    }

    /// <summary>Plans differ; whether a query is good does not.</summary>
    private StatementResult Explained(Explain s)
    {
        if (s.Inner is not QueryStatement query)
        {
            throw Refused(s.At, "EXPLAIN of what is not a query");
        }

        Queries.Analyze(query.Query);
        return s.Validates
            ? new StatementResult([new ResultColumn("Valid", "boolean")], [[JsonValue.Create(true)]], null, null, [.. _warnings])
            : throw Refused(s.At, "EXPLAIN");
    }

    private StatementResult Query(QueryPlan plan)
    {
        Warn(plan);
        var types = plan.Columns.Select(c => c.Type).ToList();
        using var command = connection.CreateCommand();
        command.CommandText = Rendering.Select(plan.Sql, types);
        using var stop = cancellation.Register(command.Cancel);
        cancellation.ThrowIfCancellationRequested();
        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<JsonNode?>>();
        while (reader.Read())
        {
            rows.Add(Rendering.Read(reader, types));
        }

        return new StatementResult(
            [.. plan.Columns.Select((c, i) => new ResultColumn(c.Name ?? $"_col{i}", c.Type.ProtocolName))],
            rows.ToImmutable(),
            null,
            null,
            [.. _warnings]);
    }

    private void Warn(QueryPlan plan) => _warnings.AddRange(plan.WholeReads.DistinctBy(r => (r.Database, r.Table))
        .Select(r => (Read: r, Rows: _catalog.EstimatedRows(r.Database, r.Table)))
        .Where(r => r.Rows >= LargeTable)
        .Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"line {r.Read.At.Line}:{r.Read.At.Column}: '{r.Read.Database}.{r.Read.Table}' ({r.Rows:N0} rows) is read without a condition on time: use TD_TIME_RANGE or TD_INTERVAL")));

    private StatementResult Done(string type, long? count = null) => new([], [], type, count, [.. _warnings]);

    private long Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var stop = cancellation.Register(command.Cancel);
        cancellation.ThrowIfCancellationRequested();
        return command.ExecuteNonQuery();
    }

    private StatementResult Delete(Delete s)
    {
        if (IsTd && s.Where is null)
        {
            throw Scope.Error("NOT_SUPPORTED", s.At, "Does not support DELETE statement without WHERE condition");
        }

        RefuseView(s.Table, s.At, "Deleting from views is not supported");
        var (rows, analyzer) = Target(s.Table, s.At);
        var where = s.Where is null ? "" : $" WHERE {analyzer.Filter(s.Where)}";
        var table = Name(s.Table);
        return Done("DELETE", Run($"DELETE FROM {table} WHERE rowid IN (SELECT {rows}.rowid FROM {table} AS {rows}{where})"));
    }

    private void RefuseView(QualifiedName name, SqlPosition at, string message)
    {
        var (database, table) = Queries.Locate(name);
        if (_schema.View(database, table) is not null)
        {
            throw Scope.Error("NOT_SUPPORTED", at, message);
        }
    }

    private StatementResult Update(Update s)
    {
        RefuseView(s.Table, s.At, "Updating views is not supported");
        var (rows, analyzer) = Target(s.Table, s.At);
        var columns = Columns(s.Table, s.At);
        if (s.Assignments.GroupBy(a => a.Column.Lower).Any(g => g.Count() > 1))
        {
            throw Refused(s.At, "A column that is set twice");
        }

        var table = Name(s.Table);
        var values = s.Assignments.Select((a, i) =>
        {
            var column = columns.FirstOrDefault(c => c.Name.Equals(a.Column.Lower, StringComparison.OrdinalIgnoreCase))
                ?? throw Scope.Error("COLUMN_NOT_FOUND", a.Column.At, $"The UPDATE SET target column {a.Column.Lower} doesn't exist");
            var value = analyzer.Analyze(a.Value);
            return (column.Name, Sql: Stores.Convert(value, column.Type) ?? throw Scope.Error(
                "TYPE_MISMATCH", s.At, $"UPDATE table column types don't match SET expressions: Table: [{column.Type.Name}], Expressions: [{value.Type.Name}]"));
        }).ToList();
        var where = s.Where is null ? "" : $" WHERE {analyzer.Filter(s.Where)}";
        var set = string.Join(", ", values.Select((v, i) => $"{Duck.Name(v.Name)} = q.v{i}"));
        var selected = string.Join(", ", values.Select((v, i) => $"{v.Sql} AS v{i}"));
        return Done("UPDATE", Run($"UPDATE {table} SET {set} FROM (SELECT {rows}.rowid AS rid, {selected} FROM {table} AS {rows}{where}) AS q WHERE {table}.rowid = q.rid"));
    }

    private StatementResult Truncate(Truncate s)
    {
        Columns(s.Table, s.At);
        Run($"DELETE FROM {Name(s.Table)}");
        return Done("TRUNCATE TABLE");
    }

    private string Name(QualifiedName table)
    {
        var (database, name) = Queries.Locate(table);
        return Duck.Name(database, name);
    }

    private ImmutableArray<StoredColumn>? Columns(QualifiedName table)
    {
        var (database, name) = Queries.Locate(table);
        return _schema.Columns(database, name);
    }

    private ImmutableArray<StoredColumn> Columns(QualifiedName table, SqlPosition at)
    {
        var queries = Queries;
        var (database, name) = queries.Locate(table);
        return _schema.Columns(database, name) ?? throw queries.Missing(database, name, at);
    }

    private (string Alias, ExpressionAnalyzer Analyzer) Target(QualifiedName table, SqlPosition at)
    {
        var queries = Queries;
        var (database, name) = queries.Locate(table);
        var columns = Columns(table, at);
        var alias = $"r{queries.NextNumber()}";
        var fields = columns.Select(c => new Field(c.Name, c.Type, $"{alias}.{Duck.Name(c.Name)}", name, database)).ToImmutableArray();
        return (alias, new ExpressionAnalyzer(queries, new Scope(fields, null, ImmutableDictionary<string, CommonTable>.Empty)) { Clause = "WHERE clause", Root = at });
    }
}
