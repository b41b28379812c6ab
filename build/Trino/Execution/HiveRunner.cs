using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Cdp.Trino.Execution;
using DuckDB.NET.Data;

namespace Cdp.Trino.Hive;

/// <summary>One text of HiveQL on one connection: a query, or a refusal.</summary>
internal static class HiveRunner
{
    public static StatementResult Run(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        var plan = new HiveQueries().Analyze(HiveParser.ParseQuery(sql));
        var types = plan.Columns.Select(c => c.Type).ToList();
        using var command = connection.CreateCommand();
        command.CommandText = Rendering.Select(plan.Sql, types);
        using var stop = cancellation.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = ImmutableArray.CreateBuilder<ImmutableArray<JsonNode?>>();
            while (reader.Read())
            {
                rows.Add(Rendering.Read(reader, types));
            }

            return new StatementResult([.. plan.Columns.Select(c => new ResultColumn(c.Name, HiveTypes.Name(c.Type)))], rows.ToImmutable(), null, null, []);
        }
        catch (DuckDBException error)
        {
            // Hive wraps, cuts or gives NULL where the engine fails: without its own answer there is none
            throw new TrinoException(TrinoException.NotSupportedLocally, ScalarFunctions.FailureIn(error)?.Message ?? "This value is not supported locally in Hive's SQL", innerException: error);
        }
    }
}
