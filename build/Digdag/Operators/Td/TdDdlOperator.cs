using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>Databases and tables, always in the same order whatever the order of the keys (digdag.md §5).</summary>
internal sealed class TdDdlOperator : IOperator
{
    public bool HasEffects => true;

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var call = TdCall.Of(context);
        var plan = new Plan(call);
        var database = call.Database;
        var tables = new TdTables(call.Client, context.Log, cancellation);
        try
        {
            await CheckRenamesAsync(call, plan, cancellation);
            foreach (var name in plan.Dropped)
            {
                await tables.DeleteDatabaseAsync(name);
            }

            foreach (var name in plan.Created)
            {
                await tables.CreateDatabaseAsync(name);
            }

            foreach (var table in plan.DroppedTables)
            {
                await tables.DeleteAsync(table.Database ?? database, table.Name);
            }

            foreach (var table in plan.CreatedTables)
            {
                context.Log.Info($"Creating TD table {database}.{table}");
                await tables.CreateAsync(table.Database ?? database, table.Name);
            }

            foreach (var (from, to) in plan.Renames)
            {
                await tables.RenameAsync(from.Database ?? database, from.Name, to);
            }
        }
        catch (TdApiException ex)
        {
            context.Log.Warn("DDL operation failed: giving up");
            throw ex.ToFailure();
        }
        catch (TaskFailure ex) when (ex.Kind is TdTables.BadName)
        {
            context.Log.Warn("DDL operation failed: giving up");
            throw;
        }

        return TaskResult.Empty;
    }

    private static async Task CheckRenamesAsync(TdCall call, Plan plan, CancellationToken cancellation)
    {
        foreach (var (from, _) in plan.Renames)
        {
            var database = from.Database ?? call.Database;
            if (!await call.Client.HasTableAsync(database, from.Name, cancellation))
            {
                throw TaskFailure.Config($"Renaming table {database}.{from.Name} doesn't exist");
            }
        }
    }

    private sealed class Plan(TdCall call)
    {
        public List<string> Dropped { get; } = [.. Names(call, "drop_databases"), .. Names(call, "empty_databases")];

        public List<string> Created { get; } = [.. Names(call, "create_databases"), .. Names(call, "empty_databases")];

        public List<TdTable> DroppedTables { get; } = [.. Tables(call, "drop_tables"), .. Tables(call, "empty_tables")];

        public List<TdTable> CreatedTables { get; } = [.. Tables(call, "create_tables"), .. Tables(call, "empty_tables")];

        public List<(TdTable From, string To)> Renames { get; } = [.. (call.Params.ParsedListOrNull("rename_tables") ?? []).Select(Rename)];

        private static IEnumerable<TdTable> Tables(TdCall call, string key) => Names(call, key).Select(TdTable.Parse);

        private static IEnumerable<string> Names(TdCall call, string key) =>
            (call.Params.ParsedListOrNull(key) ?? []).Select(node => new ParamReader(new() { [key] = node?.DeepClone() }).Text(key));

        private static (TdTable From, string To) Rename(JsonNode? node)
        {
            var rename = new ParamReader(node as JsonObject
                ?? throw TaskFailure.Config($"Expected object type for key 'rename_tables' but got {ParamReader.Describe(node)}"));
            var to = rename.Text("to");
            return to.Contains('.', StringComparison.Ordinal)
                ? throw TaskFailure.Config("'to' option of rename_tables can't include database name")
                : (TdTable.Parse(rename.Text("from")), to);
        }
    }
}
