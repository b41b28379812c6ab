using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Generation;

public sealed class EditedFilesTests : IDisposable
{
    private static readonly Cell _generate = new(Phase.Ingestion, Step.Generate);
    private readonly TestRun _run = new();

    private string Generated => Path.Combine(_run.Workspace.Folder(Phase.Ingestion), "run.dig");

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_file_edited_by_hand_is_named_and_left_alone()
    {
        await GenerateAsync();
        await File.WriteAllTextAsync(Generated, "mine\n");

        var error = await Assert.ThrowsAsync<PipelineException>(() => GenerateAsync());

        Assert.Contains("ingestion/run.dig was edited by hand", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Generated));
    }

    [Fact]
    public async Task Force_overwrites_it_and_keeps_a_copy_outside_the_project()
    {
        await GenerateAsync();
        await File.WriteAllTextAsync(Generated, "mine\n");

        await GenerateAsync(force: true);

        Assert.Equal("+go:\n  echo>: acme\n", await File.ReadAllTextAsync(Generated));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(_run.Workspace.Backup(Phase.Ingestion, "run.dig")));
    }

    [Fact]
    public async Task A_write_cut_off_in_the_middle_does_not_look_like_an_edit()
    {
        await GenerateAsync();
        _run.Template(Phase.Ingestion, "second\n");
        _run.Disk.Before = (verb, path) => ThrowAt(verb == "write" && path.EndsWith("run.dig.tmp", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => GenerateAsync());
        _run.Disk.Before = (_, _) => { };
        _run.Template(Phase.Ingestion, "third\n");

        await GenerateAsync();

        Assert.Equal("third\n", await File.ReadAllTextAsync(Generated));
    }

    [Fact]
    public async Task Wrong_output_is_refused_before_anything_is_written()
    {
        _run.Template(Phase.Ingestion, "+go: {{ clint }}\n");

        var error = await Assert.ThrowsAsync<PipelineException>(() => GenerateAsync());

        Assert.Contains("run.dig:1:9", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Generated));
    }

    private static void ThrowAt(bool here)
    {
        if (here)
        {
            throw new InvalidOperationException("killed here");
        }
    }

    private async Task GenerateAsync(bool force = false)
    {
        using var runner = _run.Open(new() { Force = force });
        await runner.RunAsync(_generate, CancellationToken.None);
    }
}
