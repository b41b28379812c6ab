using Cdp.Pipeline.Reports;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_finished_run_is_reported_with_its_figures()
    {
        await RunAsync();

        Golden.TextMatches(await File.ReadAllTextAsync(_run.Workspace.ReportFile), "finished.md");
    }

    [Fact]
    public async Task The_status_shows_the_matrix_and_what_to_type_next()
    {
        await RunAsync();
        _run.Template(Phase.Staging, "+go:\n  echo>: other\n");
        using var runner = _run.Open();

        var text = new StatusReport(runner, _run.Workspace).Text();

        Golden.TextMatches(text.Replace(_run.Workspace.Root, "WORKSPACE", StringComparison.Ordinal), "status.txt");
    }

    private async Task RunAsync()
    {
        foreach (var phase in PhaseNames.All)
        {
            _run.Give(phase, "id", "time");
        }

        _run.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        await _run.RunAllAsync();
    }
}
