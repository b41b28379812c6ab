using Cdp.Pipeline.Files;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Tests.Runs;

public sealed class StateFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Writes_the_seeds_schema_and_reads_it_back()
    {
        var state = new RunState
        {
            PipelineId = "20251014-143215",
            StartedAt = new(2025, 10, 14, 14, 32, 15, TimeSpan.Zero),
            GlobalConfig = new("https://api.treasuredata.com", "acme", "local", "default"),
        }.With(Phase.Ingestion, p => p with
        {
            Status = PhaseStatus.Running,
            Deployed = true,
            Executions = [new() { WorkflowName = "shop_ingest_inc", SessionTime = new(2025, 10, 14, 14, 33, 0, TimeSpan.Zero), SessionId = "1", Status = ExecutionStatus.Running }],
        });

        File().Write(state);

        Golden.TextMatches(System.IO.File.ReadAllText(_folder["pipeline_state.json"]), "pipeline_state.json");
        Assert.Equal("shop_ingest_inc", File().Read()![Phase.Ingestion].Executions[0].WorkflowName);
    }

    [Fact]
    public void A_workspace_that_cannot_be_made_is_told_with_its_path()
    {
        var file = _folder.Write("file", "not a folder");

        var error = Assert.Throws<PipelineException>(() => WorkspaceLock.Take(new Workspace(Path.Combine(file, "run")), TimeProvider.System));

        Assert.StartsWith($"The workspace {Path.Combine(file, "run")} cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "cannot be read as a state")]
    [InlineData("""{"schema_version": 9}""", "has version 9; this program knows version 1")]
    public void B_OR_4_a_state_of_another_version_or_none_is_said_with_a_way_out(string text, string said)
    {
        _folder.Write("pipeline_state.json", text);

        var error = Assert.Throws<PipelineException>(() => File().Read());

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", error.Message, StringComparison.Ordinal);
    }

    private StateFile File() => new(new FileStore(new DiskFiles()), new Workspace(_folder.Path));
}
