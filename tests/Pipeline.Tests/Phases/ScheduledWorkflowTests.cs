using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary><c>schedule:</c> of the configuration becomes a block of the workflow, for each phase.</summary>
public sealed class ScheduledWorkflowTests
{
    private const string Block = "\nschedule:\n  cron>: \"0 2 * * *\"\n";

    [Theory]
    [InlineData(Phase.Ingestion, "shop_ingest_inc.dig")]
    [InlineData(Phase.HistUnion, "shop_hist_union.dig")]
    [InlineData(Phase.Staging, "transform_shop.dig")]
    [InlineData(Phase.Unification, "unif_runner.dig")]
    public void A_schedule_is_written_only_where_one_is_configured(Phase phase, string file)
    {
        var plain = Project.SampleConfig();
        var scheduled = plain with
        {
            Ingestion = plain.Ingestion with { Sources = [.. plain.Ingestion.Sources.Select(s => s with { Schedule = "0 2 * * *" })] },
            HistUnion = plain.HistUnion with { Schedule = "0 2 * * *" },
            Staging = plain.Staging with { Schedule = "0 2 * * *" },
            Unification = plain.Unification with { Schedule = "0 2 * * *" },
        };

        Assert.Contains(Block, Text(scheduled, phase, file), StringComparison.Ordinal);
        Assert.DoesNotContain("\nschedule:", Text(plain, phase, file), StringComparison.Ordinal);
    }

    private static string Text(PipelineConfig config, Phase phase, string file)
    {
        var project = new Project(config);
        IPhaseDefinition definition = phase switch
        {
            Phase.Ingestion => project.LoadPhase,
            Phase.HistUnion => new HistUnionPhase(),
            Phase.Staging => new StagingPhase(),
            _ => new UnificationPhase(),
        };
        return project.Render(definition, Schemas(phase))[file];
    }

    private static SchemaCatalog Schemas(Phase phase) => phase switch
    {
        Phase.Staging => SampleSchemas.Combined,
        Phase.Unification => SampleSchemas.Cleaned,
        _ => new(
            from table in new[] { "shop_customers", "shop_orders", "shop_products", "crm_profiles", "crm_events" }
            from suffix in new[] { string.Empty, "_hist" }
            select Project.Table(table + suffix, "id", "updated_at")),
    };
}
