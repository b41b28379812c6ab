using Cdp.Pipeline;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Tests;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Phases.Tests;

/// <summary>The shop, loaded and combined twice, a week apart; between the runs it has grown and changed.</summary>
public sealed class LoadedShop : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private InProcessBox _box = null!;

    internal PhaseRun Run { get; private set; } = null!;

    /// <summary>What Generate would tell before the second combination.</summary>
    public IReadOnlyList<string> Notices { get; private set; } = [];

    /// <summary>Of the raw tables, what was described for the first combination and for the second.</summary>
    internal (SchemaCatalog First, SchemaCatalog Second) Described { get; private set; }

    public async Task InitializeAsync()
    {
        _box = await InProcessBox.StartAsync();
        Run = new(_box, _folder);
        Shop.Open(_folder);
        Project project = new(Shop.Config());
        var wanted = Project.UnionPhase.Schemas(project.Pipeline);
        await RunAsync(Phase.Ingestion, 0);
        var first = await Run.DescribeAsync(wanted);
        await RunAsync(Phase.HistUnion, 0);
        Shop.Grow(_folder);
        await RunAsync(Phase.Ingestion, 1);
        Described = (first, await Run.DescribeAsync(wanted));
        Notices = ((IPhaseDefinition)Project.UnionPhase).Notices(project.Pipeline, Described.Second);
        await RunAsync(Phase.HistUnion, 1);
    }

    public async Task DisposeAsync()
    {
        await _box.DisposeAsync();
        _folder.Dispose();
    }

    private async Task RunAsync(Phase phase, int week)
    {
        var session = Shop.First.AddDays(7 * week);
        _box.Now = session.AddHours(phase is Phase.Ingestion ? 1 : 2);
        await Run.RunAsync(Shop.Config(), phase, session);
    }
}
