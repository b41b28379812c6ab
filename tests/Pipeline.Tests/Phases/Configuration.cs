using System.Collections.Immutable;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>A configuration of <c>Configurations/</c>, with tables as each of its phases would leave them.</summary>
internal sealed class Configuration
{
    private const string Person = "id,email,phone,first_name,created_at,updated_at,properties";
    private const string Purchase = "id bigint,customer_id,email,total_price double,ordered_on,updated_at";

    public Configuration(string name)
    {
        Name = name;
        Project = new(Project.Load(File.ReadAllText(Repository.File($"tests/Pipeline.Tests/Phases/Configurations/{name}.yml"))));
        Raw = new([.. Pipeline.HistUnion.Tables.SelectMany(RawTables)]);
        Combined = new([.. Pipeline.HistUnion.Tables.Select(CombinedTable)]);
        Staged = new StagingPlanner(Pipeline, Combined).Tables();
        Cleaned = new(Staged.Select(t => Schema(t.StagingDatabase, t.Target, t.Outputs.Kept.Select(o => new ColumnDescription(o.Name, o.Type)))));
    }

    public static ImmutableArray<string> Names => ["tiny", "many_sources", "hive", "hosted", "merged_ids", "wide"];

    public string Name { get; }

    public Project Project { get; }

    public ResolvedPipeline Pipeline => Project.Pipeline;

    public SchemaCatalog Raw { get; }

    public SchemaCatalog Combined { get; }

    public SchemaCatalog Cleaned { get; }

    public ImmutableArray<StagingTable> Staged { get; }

    /// <summary>The phases in order, each with the tables that Generate describes for it.</summary>
    public IReadOnlyList<(IPhaseDefinition Phase, SchemaCatalog Schemas)> Phases =>
    [
        (Project.LoadPhase, SchemaCatalog.Empty), (Project.UnionPhase, Raw), (new StagingPhase(), Combined), (new UnificationPhase(), Cleaned),
    ];

    public static TableSchema Schema(string database, string table, IEnumerable<ColumnDescription> columns) => new(new(database, table), [.. columns]);

    private IEnumerable<TableSchema> RawTables(ResolvedUnion union)
    {
        var columns = Name switch
        {
            "wide" => [.. Person.Split(','), .. Enumerable.Range(0, 393).Select(Wide)],
            _ => (union.Id.Contains("order", StringComparison.Ordinal) || union.Id.Contains("receipt", StringComparison.Ordinal) ? Purchase : Person).Split(','),
        };
        string[] all = [.. columns, "load_batch_id"];
        return [.. union.HasInc ? [Project.Table(union.IncTable, all)] : Array.Empty<TableSchema>(), .. union.HasHist ? [Project.Table(union.HistTable, all)] : Array.Empty<TableSchema>()];
    }

    private static string Wide(int n) => (n % 8) switch
    {
        0 => FormattableString.Invariant($"email_{n}"),
        1 => FormattableString.Invariant($"phone_{n}"),
        2 => FormattableString.Invariant($"date_{n}"),
        3 => FormattableString.Invariant($"price_{n} double"),
        4 => FormattableString.Invariant($"is_{n}"),
        5 => FormattableString.Invariant($"ref_{n}_id"),
        6 => FormattableString.Invariant($"count_{n} bigint"),
        _ => FormattableString.Invariant($"text_{n}"),
    };

    private TableSchema CombinedTable(ResolvedUnion union)
    {
        var plan = UnionPlan.Of(Pipeline.HistUnion, union, Raw);
        return Schema(
            plan.Target.Database,
            plan.Target.Table,
            [
                .. plan.Columns.Where(c => !UnionPlan.Technical.Contains(c.Name)).Select(c => new ColumnDescription(c.Name, c.Type)),
                new("record_origin", "varchar"), new("union_batch_id", "varchar"), new("time", "bigint"),
            ]);
    }
}
