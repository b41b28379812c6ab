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
        var main = IdRule.Main(Config);
        var found = new Dictionary<string, IdentityPlan>(StringComparer.Ordinal);
        foreach (var rule in main.Before(IdRule.Others(Config)) ?? [])
        {
            found[rule.Name] = Plan(rule, found) with
            {
                Prefix = $"{Phase.Prefix}_{rule.Name}",
                Folder = $"{rule.Name}/",
                Config = Config with { IdName = rule.Name, DoNotMergeKey = null, Master = [] },
            };
        }

        var plan = Plan(main, found) with { Before = [.. found.Values] };
        new MasterText(plan).ThrowIfUnreadable();
        return plan;
    }

    private IdentityPlan Plan(IdRule rule, Dictionary<string, IdentityPlan> found)
    {
        var all = KeyDefaults.Keys(Config);
        ImmutableArray<IdentityPlan> before = [.. (rule.Before(IdRule.Others(Config)) ?? []).Select(r => found[r.Name])];
        ImmutableArray<IdentityKey> own = [.. rule.Keys.Select((k, n) => all.First(a => a.Name == k) with { Priority = n + 1 })];
        ImmutableArray<IdentityKey> keys =
        [
            .. own.OrderBy(k => k.Type),
            .. rule.Parents.Select((p, n) => new IdentityKey(p, all.Length + n + 1, own.Length + n + 1, null, [], null)),
        ];
        var tables = Phase.Tables.Where(t => rule.Tables?.Contains(t.Id) ?? true)
            .Select(t => new RecordTable(t, rule.Name, before, Describe(t), Config.IdName))
            .Select(t => (Table: t, Columns: KeyColumns(t, keys)))
            .Where(t => rule.Name == Config.IdName || !t.Columns.IsEmpty)
            .Select((t, n) => Table(n + 1, t.Table, t.Columns.IsEmpty ? throw NoKey(t.Table, keys) : t.Columns))
            .ToImmutableArray();
        return new()
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
            Tables = tables.IsEmpty ? throw NoTable(rule) : tables,
            Parents = [.. rule.Parents.Select(p => found[p])],
            Before = before,
        };
    }

    private static IdentityTable Table(int id, RecordTable table, ImmutableArray<KeyColumn> keys) => new(
        id,
        table.Resolved.Id,
        table.Resolved.Table,
        table.Name,
        table.Prep,
        table.Resolved.Enriched,
        table.Resolved.Config?.Engine ?? SqlEngine.Presto,
        table.Resolved.Config?.BucketCols ?? [],
        keys,
        table.Columns);

    private ImmutableArray<ColumnDescription> Describe(ResolvedUnificationTable table)
    {
        var name = new TableName(Phase.SourceDatabase, table.Table);
        return schemas.Find(name)?.Columns ?? throw new PipelineException(
            $"The table {name}, which unification reads, does not exist. Run the Staging phase first.");
    }

    private static ImmutableArray<KeyColumn> KeyColumns(RecordTable table, ImmutableArray<IdentityKey> keys)
    {
        var written = table.Resolved.Config?.KeyColumns;
        var found = written is { } configured
            ? configured.Select(c => (Column: Known(table, c.Column), Key: keys.FirstOrDefault(k => k.Name == c.Key))).Where(f => f.Key is not null)
            : KeyDefaults.Columns(table.Columns, [.. keys.Where(k => !table.Ids.Contains(k.Name))]).Select(f => (f.Column, Key: (IdentityKey?)f.Key));
        var ids = keys.Where(k => table.Ids.Contains(k.Name)).Select(k => (Column: k.Name, Key: (IdentityKey?)k));
        return
        [
            .. found.Concat(ids).GroupBy(f => f.Key!).OrderBy(g => g.Key.Priority)
                .SelectMany(g => g.Select((f, n) => new KeyColumn(f.Column, new(g.Key, n + 1)))),
        ];
    }

    private static string Known(RecordTable table, string column) =>
        table.Columns.Any(c => c.Name == column)
            ? column
            : throw new PipelineException(
                $"The staging table {table.Resolved.Table} has no column '{column}', which unification.tables names as a key."
                + Suggestion.For(column, table.Columns.Select(c => c.Name)),
                ExitCode.WrongInput);

    private static PipelineException NoKey(RecordTable table, ImmutableArray<IdentityKey> keys) => new(
        $"The staging table {table.Resolved.Table} has no column for any of the keys {string.Join(", ", keys.Select(k => k.Name))}. "
        + $"Name its key_columns under unification.tables, or list there the tables without {table.Resolved.Id}.",
        ExitCode.WrongInput);

    private static PipelineException NoTable(IdRule rule) => new(
        $"No table has a column for what the id {rule.Name} is merged by: {string.Join(", ", rule.Keys.Concat(rule.Parents))}. "
        + "Name the key_columns under unification.tables, or other source_tables of the id.",
        ExitCode.WrongInput);
}
