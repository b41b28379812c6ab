using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>Decides keys, tables and aliases from the configuration and the described staging tables.</summary>
internal sealed class IdentityPlanner(ResolvedPipeline pipeline, SchemaCatalog schemas)
{
    private UnificationConfig Config => pipeline.Config.Unification;

    private ResolvedUnification Phase => pipeline.Unification;

    public IdentityPlan Plan()
    {
        var keys = KeyDefaults.Keys(Config);
        var tables = Phase.Tables
            .Select(t => (Table: t, Columns: Describe(t)))
            .Select((t, n) => Table(n + 1, t.Table, t.Columns, KeyColumns(t.Table, t.Columns, keys)))
            .ToImmutableArray();
        IdentityPlan plan = new()
        {
            Name = Config.Name,
            Prefix = Phase.Prefix,
            Client = pipeline.Client,
            SourceDatabase = pipeline.HistUnion.Database,
            StagingDatabase = Phase.SourceDatabase,
            Database = Phase.Database,
            LookupDatabase = pipeline.LookupDatabase,
            Config = Config,
            Keys = keys,
            Tables = tables,
        };
        new MasterText(plan).ThrowIfUnreadable();
        return plan;
    }

    private static IdentityTable Table(
        int id, ResolvedUnificationTable table, ImmutableArray<ColumnDescription> columns, ImmutableArray<KeyColumn> keys) => new(
        id,
        table.Id,
        table.Table,
        table.Prep,
        table.Enriched,
        table.Config?.Engine ?? SqlEngine.Presto,
        table.Config?.BucketCols ?? [],
        keys,
        columns);

    private ImmutableArray<ColumnDescription> Describe(ResolvedUnificationTable table)
    {
        var name = new TableName(Phase.SourceDatabase, table.Table);
        return schemas.Find(name)?.Columns ?? throw new PipelineException(
            $"The table {name}, which unification reads, does not exist. Run the Staging phase first.");
    }

    private static ImmutableArray<KeyColumn> KeyColumns(
        ResolvedUnificationTable table, ImmutableArray<ColumnDescription> columns, ImmutableArray<IdentityKey> keys)
    {
        var written = table.Config?.KeyColumns;
        var found = written is { } configured
            ? configured.Select(c => (Known(table, columns, c.Column), Key: keys.First(k => k.Name == c.Key)))
            : KeyDefaults.Columns(columns, keys);
        ImmutableArray<KeyColumn> all =
        [
            .. found.GroupBy(f => f.Key).OrderBy(g => g.Key.Priority)
                .SelectMany(g => g.Select((f, n) => new KeyColumn(f.Item1, new(g.Key, n + 1)))),
        ];
        return all.IsEmpty
            ? throw new PipelineException(
                $"The staging table {table.Table} has no column for any of the keys {string.Join(", ", keys.Select(k => k.Name))}. "
                + $"Name its key_columns under unification.tables, or list there the tables without {table.Id}.",
                ExitCode.WrongInput)
            : all;
    }

    private static string Known(ResolvedUnificationTable table, ImmutableArray<ColumnDescription> columns, string column) =>
        columns.Any(c => c.Name == column)
            ? column
            : throw new PipelineException(
                $"The staging table {table.Table} has no column '{column}', which unification.tables names as a key."
                + Suggestion.For(column, columns.Select(c => c.Name)),
                ExitCode.WrongInput);
}
