using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Trino.Hive;
using Cdp.Trino.Runtime.Hive;
using Cdp.Trino.Types;
using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>One statement of HiveQL on one connection.</summary>
internal sealed partial class HiveRunner(DuckDBConnection connection, QueryContext query, CancellationToken cancellation)
{
    /// <summary>Settings that change answers; all others are taken and say nothing here.</summary>
    private static readonly string[] Telling =
        ["hive.default.nulls.last", "hive.groupby.position.alias", "hive.orderby.position.alias", "hive.support.quoted.identifiers", "hive.resultset.use.unique.column.names", "hive.datetime.formatter", "hive.local.time.zone", "hive.mapred.mode"];

    private readonly Catalog _catalog = new(connection);
    private readonly HiveContext _context = new(query, new CatalogSchema(connection));

    /// <summary>TD cuts a job's text at semicolons; Hive itself takes one statement.</summary>
    public static IReadOnlyList<HiveStatement> Parse(string sql, QueryContext query)
    {
        if (query.Dialect == Dialect.Hive)
        {
            return [HiveParser.Parse(sql, query.HiveVersion)];
        }

        var statements = HiveParser.Split(sql).Select(s => HiveParser.Parse(s, query.HiveVersion, withAfterInsert: true)).ToList();
        return statements.Count > 0 ? statements : throw HiveError.Parse("cannot recognize input near '<EOF>' '<EOF>' '<EOF>'", new(1, 0, 0));
    }

    public static bool Writes(HiveStatement statement) => statement is not (HiveSelectStatement or HiveShow or HiveDescribe or HiveSet or HiveChangeRows);

    public StatementResult Run(HiveStatement statement) => statement switch
    {
        HiveSelectStatement s => Select(s),
        HiveInsert s => Insert(s),
        HiveCreateTable s => Create(s),
        HiveDrop s => Drop(s),
        HiveTruncate s => Truncate(s),
        HiveCreateView s => Create(s),
        HiveAddColumns s => Add(s),
        HiveChangeColumn s => Change(s),
        HiveRename s => Rename(s),
        HiveShow s => Show(s),
        HiveDescribe s => Describe(s),
        HiveSet s => Set(s),
        HiveChangeRows s => throw (_context.IsTd
            ? HiveError.Refused(s.Kind, s.At)
            : HiveError.Semantic(10294, "Attempt to do update or delete using transaction manager that does not support these operations.")),
        _ => throw HiveError.Refused(statement.GetType().Name, statement.At),
    };

    private StatementResult Select(HiveSelectStatement statement)
    {
        var plan = new HiveQueries(_context).Statement(statement.Query);
        var shown = plan.Columns.Select((c, i) => Shown($"p.c{i}", c.Type)).ToList();
        var sql = $"SELECT {string.Join(", ", shown.Select((s, i) => $"{s.Sql} AS c{i}"))} FROM ({plan.Sql}) AS p";
        var types = shown.Select(s => s.Type).ToList();
        return Failing(statement.Query, () =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = Rendering.Select(sql, types);
            using var stop = cancellation.Register(command.Cancel);
            cancellation.ThrowIfCancellationRequested();
            using var reader = command.ExecuteReader();
            var rows = ImmutableArray.CreateBuilder<ImmutableArray<JsonNode?>>();
            while (reader.Read())
            {
                rows.Add(Rendering.Read(reader, types));
            }

            return new StatementResult([.. plan.Columns.Select(c => new ResultColumn(c.Shown, HiveTypes.Name(c.Type)))], rows.ToImmutable(), null, null, []);
        });
    }

    private static bool IsConstant(HiveQuery query) => query.Selects.All(s => s.Select.From is null);

    /// <summary>As Hive prints it where Trino would print it otherwise.</summary>
    private static (string Sql, TrinoType Type) Shown(string sql, TrinoType type) => type.Kind switch
    {
        Kind.Timestamp => (HiveTimeCasts.TimestampText(sql), TrinoType.Varchar),
        Kind.Date => (HiveTimeCasts.DateText(sql), TrinoType.Varchar),
        Kind.IntervalDay or Kind.IntervalYear => (HiveIntervals.Text(sql, type), TrinoType.Varchar),
        Kind.Array or Kind.Map or Kind.Row when type.Contains(Kind.Timestamp) || type.Contains(Kind.IntervalDay) || type.Contains(Kind.IntervalYear) =>
            throw HiveError.Refused("A timestamp or interval inside an array, map or struct"),
        _ when new[] { Kind.Time, Kind.TimeTz, Kind.TimestampTz, Kind.Json, Kind.Uuid, Kind.IpAddress, Kind.HyperLogLog }.Any(type.Contains) =>
            throw HiveError.Refused($"A column of Trino's type {type.Name}"),
        _ => (sql, type),
    };

    /// <summary>
    /// Hive wraps, cuts or gives NULL where the engine fails: without an answer of its own there is none. What fails over
    /// literals fails before the query runs.
    /// </summary>
    /// <param name="query">Null where nothing of it is made of literals alone.</param>
    private static T Failing<T>(HiveQuery? query, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DuckDBException error) when (error.Message.Contains("More than one row returned by a subquery", StringComparison.Ordinal))
        {
            throw new TrinoException(HiveError.RuntimeError, "A scalar sub-query gave more than one row", innerException: error);
        }
        catch (DuckDBException error) when (!error.Message.Contains("INTERRUPT Error", StringComparison.Ordinal))
        {
            var failure = ScalarFunctions.FailureIn(error);
            var end = failure?.Message.IndexOf(Failures.End, StringComparison.Ordinal) ?? -1;
            var message = end < 0 ? failure?.Message : failure!.Message[..end];
            throw failure?.Name == HiveRuntime.Failed
                ? query is not null && IsConstant(query) ? OverLiterals(query, message!) : new TrinoException(HiveError.RuntimeError, message!, innerException: error)
                : new TrinoException(TrinoException.NotSupportedLocally, failure?.Name == Runtime.TrinoFailure.Refused || IsOfTd(failure) ? message! : "This value is not supported locally in Hive's SQL", innerException: error);
        }
    }

    /// <summary>A failure while a regular expression over literals is computed stands at its call.</summary>
    private static TrinoException OverLiterals(HiveQuery query, string message)
    {
        static IEnumerable<HiveNode> Calls(HiveNode node) => node.Items.SelectMany(Calls).Concat(node.Text is "regexp_extract" or "regexp_replace" ? [node] : []);
        var calls = query.Selects.SelectMany(s => s.Select.Items).SelectMany(i => Calls(i.Value)).ToList();
        return calls.Count == 1
            ? HiveError.Semantic(message.StartsWith("PatternSyntax", StringComparison.Ordinal) ? null : HiveError.WrongArguments, $"Wrong arguments: {message}", calls[0].At)
            : new TrinoException(HiveError.SemanticError, message);
    }

    private static bool IsOfTd(Runtime.TrinoFailure? failure) => failure?.Name == "INVALID_FUNCTION_ARGUMENT";

    private long Run(string sql, HiveQuery? query = null) => Failing(query, () => connection.Run(sql, cancellation));

    private static StatementResult Done(string type, long? count = null) => new([], [], type, count, []);

    private StatementResult Set(HiveSet statement) => Telling.Contains(statement.Key, StringComparer.OrdinalIgnoreCase)
        ? throw HiveError.Refused($"The setting {statement.Key}", statement.At)
        : Done("SET");

    private (string Database, string Name) Locate(HiveTableName table) => (table.Database ?? _context.Database, table.Name);

    private static StatementResult Table(ImmutableArray<string> names, IEnumerable<string[]> rows) => new(
        [.. names.Select(n => new ResultColumn(n, "string"))],
        [.. rows.Select(r => ImmutableArray.CreateRange(r.Select(v => (JsonNode?)JsonValue.Create(v))))],
        null,
        null,
        []);
}
