using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Execution;
using Cdp.Trino.Syntax;
using DuckDB.NET.Data;

namespace Cdp.Trino;

public sealed partial class TrinoDatabase
{
    /// <summary>
    /// Runs the statements of a text one after another, each as a whole or not at all; the first that fails ends it.
    /// </summary>
    /// <param name="marker">
    /// Committed with the last statement, where one of them writes. When it is there already nothing runs, and the answer is one
    /// empty result.
    /// </param>
    public async Task<IReadOnlyList<StatementResult>> ExecuteAsync(
        string sql,
        QueryContext context,
        CancellationToken cancellation,
        string? marker = null)
    {
        if (marker is not null && TryFindMarker(marker) is not null)
        {
            return [new StatementResult([], [], null, null, [$"The job {marker} had run already."])];
        }

        if (context.Dialect is Dialect.Hive or Dialect.TdHive)
        {
            return await ExecuteHiveAsync(sql, context, marker, cancellation);
        }

        var texts = context.Dialect == Dialect.Td ? JobText.Split(sql) : [sql];
        if (texts.Count == 0)
        {
            throw new TrinoException("SYNTAX_ERROR", "The text holds no statement", 1, 1);
        }

        var doubles = JobText.DecimalsAreDoubles(sql, context.Dialect);
        var statements = texts.Select(_translations.Parse).ToList();
        var results = new List<StatementResult>();
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            var last = i == statements.Count - 1 && statements.Exists(StatementRunner.Writes) ? marker : null;
            results.Add(await Task.Run(() => Execute(statement, context, doubles, last, cancellation), cancellation));
        }

        return results;
    }

    private async Task<IReadOnlyList<StatementResult>> ExecuteHiveAsync(string sql, QueryContext context, string? marker, CancellationToken cancellation)
    {
        var statements = HiveRunner.Parse(sql, context);
        var results = new List<StatementResult>();
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            var last = i == statements.Count - 1 && statements.Any(HiveRunner.Writes) ? marker : null;
            StatementResult Run(DuckDBConnection connection)
            {
                var refusals = _refusals.Count;
                var result = new HiveRunner(connection, context, cancellation).Run(statement);
                if (_refusals.Count != refusals)
                {
                    throw new TrinoException(TrinoException.NotSupportedLocally, _refusals.Last);
                }

                LeaveMarker(connection, last, (result.UpdateCount ?? result.Rows.Length).ToString(CultureInfo.InvariantCulture));
                return result;
            }

            results.Add(await Task.Run(() => HiveRunner.Writes(statement) || last is not null ? Write(Run) : Read(Run), cancellation));
        }

        return results;
    }

    private StatementResult Execute(Statement statement, QueryContext context, bool doubles, string? marker, CancellationToken cancellation)
    {
        var plans = _translations.Snapshot();
        StatementResult Run(DuckDBConnection connection)
        {
            var refusals = _refusals.Count;
            var result = new StatementRunner(connection, context, doubles, cancellation, plans).Run(statement);
            if (_refusals.Count != refusals)
            {
                throw new TrinoException(TrinoException.NotSupportedLocally, _refusals.Last);
            }

            LeaveMarker(connection, marker, (result.UpdateCount ?? result.Rows.Length).ToString(CultureInfo.InvariantCulture));
            return result;
        }

        return StatementRunner.Writes(statement) || marker is not null ? Write(Run) : Read(Run);
    }
}
