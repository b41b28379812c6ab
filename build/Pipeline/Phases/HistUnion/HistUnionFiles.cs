using System.Collections.Immutable;
using Cdp.Pipeline.Generation;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Phases.HistUnion;

/// <summary>The files of the hist-union project.</summary>
internal sealed class HistUnionFiles(ResolvedPipeline pipeline, ImmutableArray<UnionPlan> plans, SchemaCatalog schemas)
{
    private readonly string _incLog = Sql.Table(pipeline.LookupDatabase, "inc_log");

    public IReadOnlyList<GeneratedFile> All() =>
    [
        .. plans.GroupBy(p => p.Union.Source).SelectMany(Source),
        .. plans.SelectMany(Table),
        Query("create_inc_log", Shared),
        Query("set_watermark", Shared),
        .. plans.Any(p => p.IsFull || p.Rebuild) ? new[] { Query("find_new_table", Shared) } : [],
    ];

    private object Shared => new
    {
        IncLog = _incLog,
        pipeline.HistUnion.Database,
        pipeline.HistUnion.SourceDatabase,
    };

    private IEnumerable<GeneratedFile> Source(IGrouping<string, UnionPlan> source)
    {
        object model = new
        {
            Source = source.Key,
            pipeline.HistUnion.Database,
            pipeline.LookupDatabase,
            pipeline.Config.HistUnion.Parallel,
            pipeline.Config.HistUnion.Schedule,
            Incremental = Entries(source.Where(p => !p.IsFull)),
            Full = Entries(source.Where(p => p.IsFull)),
            HasRebuild = source.Any(p => p.Rebuild),
        };
        yield return new($"{HistUnionPhase.Workflow(source.Key)}.dig", "{source}_hist_union.dig", model);
        yield return new($"config/{source.Key}_union.yml", "config/{source}_union.yml", model);
    }

    private static List<object> Entries(IEnumerable<UnionPlan> plans) =>
    [
        .. plans.Select(p => new
        {
            Name = p.Id,
            Target = p.Target.Table,
            NewTable = p.NewTable.Table,
            p.Rebuild,
            Keys = (p.Dedupe?.Keys ?? p.Union.Object.Key).ToList(),
            HasOneRowPerKey = p.Dedupe is not null,
            Sides = p.Sides.Select(s => new { s.Origin, Table = s.Table.Table }).ToList(),
        }),
    ];

    private IEnumerable<GeneratedFile> Table(UnionPlan plan)
    {
        UnionText text = new(plan, _incLog, pipeline.Config.HistUnion.SafetyLagSeconds);
        yield return TableQuery("window", plan, text);
        yield return TableQuery("union", plan, text);
        if (!plan.IsFull)
        {
            yield return TableQuery("create", plan, text);
            yield return TableQuery("delete", plan, text);
        }

        if (plan.Rebuild)
        {
            yield return TableQuery("rebuild", plan, new { text.Target, Columns = text.Rebuilt(schemas.Find(plan.Target)!) });
            yield return TableQuery("outgrown", plan, new { text.Database, text.TargetTable, plan.Outgrown });
        }
    }

    private GeneratedFile TableQuery(string kind, UnionPlan plan, object model) =>
        Statement($"queries/{plan.Id}_{kind}.sql", $"queries/{{table}}_{kind}.sql", model);

    private GeneratedFile Query(string name, object model) => Statement($"queries/{name}.sql", $"queries/{name}.sql", model);

    private GeneratedFile Statement(string path, string template, object model) =>
        new(path, template, model) { Database = pipeline.HistUnion.Database, Sql = SqlKind.Parsed };
}
