using System.Text.Json.Nodes;

namespace Cdp.EndToEnd;

/// <summary>One finished run of the sample, which several tests look at.</summary>
public sealed class WholeRun : IAsyncLifetime
{
    private Box? _box;

    public BuildProcess Build { get; } = new();

    public BuildProcess.Ended First { get; private set; } = new(-1, string.Empty, "not started");

    /// <summary>The rows that a query on the emulator of this run answers.</summary>
    public Task<JsonArray> QueryAsync(string database, string sql) => _box!.QueryAsync(database, sql);

    public async Task InitializeAsync()
    {
        First = Build.Run("--target=Unification");
        _box = await Box.OfAsync(Path.Combine(Build.Workspace, "emulator"));
    }

    public Task DisposeAsync()
    {
        _box?.Dispose();
        Build.Dispose();
        return Task.CompletedTask;
    }
}
