using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>What the gates see of the sample, or of another configuration, and what they say of it.</summary>
internal sealed class SampleScope(PipelineConfig config)
{
    private readonly Project _project = new(config);

    public static DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public GateCatalogue Gates => GateCatalogue.Of(_project.Connectors);

    public GateScope Of(Phase phase)
    {
        var definition = Definition(phase);
        var schemas = Schemas(phase);
        return new()
        {
            Pipeline = _project.Pipeline,
            Phase = phase,
            Files = _project.Render(definition, schemas),
            Expected = definition.ExpectedFiles(_project.Pipeline),
            Schemas = schemas,
            Reads = [.. definition.Schemas(_project.Pipeline).Except(definition.Tables(_project.Pipeline).Select(t => t.Name))],
            Now = Now,
        };
    }

    public IEnumerable<CheckOutcome> Look(GateScope scope, string? id = null) => new GateJudge(config.Validation)
        .Look(Gates.OfFiles.Where(g => id is null || g.Info.Id == id), scope);

    private IPhaseDefinition Definition(Phase phase) => phase switch
    {
        Phase.Ingestion => _project.LoadPhase,
        Phase.HistUnion => Project.UnionPhase,
        Phase.Staging => new StagingPhase(),
        _ => new UnificationPhase(),
    };

    private static SchemaCatalog Schemas(Phase phase) => phase switch
    {
        Phase.Ingestion => SchemaCatalog.Empty,
        Phase.HistUnion => SampleProjectTests.Schemas,
        Phase.Staging => SampleSchemas.Combined,
        _ => SampleSchemas.Cleaned,
    };
}
