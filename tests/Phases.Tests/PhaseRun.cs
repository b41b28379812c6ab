using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Steps.Guards;
using Cdp.Pipeline.Tests;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Phases.Tests;

/// <summary>Phases as a run executes them: generated, pushed, started, and started again where they fail.</summary>
/// <param name="folder">Where the configuration's stand-ins lie, and the generated projects.</param>
/// <param name="retries">Decides how a failed attempt is repeated; null: none may fail.</param>
/// <param name="client">Whose raw tables <see cref="RowsAsync"/> asks.</param>
internal sealed class PhaseRun(InProcessBox box, TempFolder folder, Random? retries = null, string client = "acme")
{
    private const int MostAttempts = 60;

    private static readonly string[] _own = ["time", "load_batch_id", "union_batch_id", "batch_id", "load_timestamp", "ingest_time"];

    private int _revision;

    public int Attempts { get; private set; }

    /// <summary>Generates the phase from what its tables are now, and runs its workflows at that session time.</summary>
    public async Task RunAsync(PipelineConfig config, Phase phase, DateTimeOffset session)
    {
        Project project = new(config);
        box.StandIn(new StandIns(project.Connectors).Of(project.Pipeline, folder.Path));
        foreach (var database in project.Pipeline.Databases)
        {
            await box.Platform.CreateDatabaseAsync(database, CancellationToken.None);
        }

        IPhaseDefinition definition = phase switch
        {
            Phase.Ingestion => project.LoadPhase,
            Phase.HistUnion => Project.UnionPhase,
            _ => new StagingPhase(),
        };
        var schemas = await DescribeAsync(definition.Schemas(project.Pipeline));
        await PushAsync(project, definition, schemas);
        foreach (var workflow in definition.Workflows(project.Pipeline))
        {
            await StartAsync(project.Pipeline.Project(phase), workflow.Workflow, session);
        }
    }

    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        var result = await box.Platform.QueryAsync(new(sql, $"{client}_src"), CancellationToken.None);
        return [.. result.Rows.Select(row => string.Join('|', row.Select(v => v?.ToString() ?? "NULL")))];
    }

    /// <summary>A query of each staging table: all but what tells when and by which batch a row came.</summary>
    public async Task<IEnumerable<string>> StagedAsync(string database) =>
        (await box.Platform.DescribeTablesAsync(database, CancellationToken.None))
            .Where(t => t.Table.EndsWith("_stg", StringComparison.Ordinal))
            .Select(t => $"SELECT '{t.Table}', {string.Join(", ", t.Columns.Select(c => c.Name).Where(c => !_own.Contains(c)).Order(StringComparer.Ordinal).Select(c => $"\"{c}\""))} FROM {t.Database}.{t.Table}");

    public async Task<SchemaCatalog> DescribeAsync(IReadOnlyList<TableName> wanted)
    {
        List<TableSchema> described = [];
        foreach (var database in wanted.GroupBy(t => t.Database))
        {
            described.AddRange((await box.Platform.DescribeTablesAsync(database.Key, CancellationToken.None))
                .Where(t => database.Any(w => w.Table == t.Table))
                .Select(t => new TableSchema(new(t.Database, t.Table), t.Columns)));
        }

        return new(described);
    }

    private async Task PushAsync(Project project, IPhaseDefinition definition, SchemaCatalog schemas)
    {
        var revision = string.Create(CultureInfo.InvariantCulture, $"r{++_revision}");
        var target = Path.Combine(folder.Path, "projects", revision);
        foreach (var (path, text) in project.Render(definition, schemas))
        {
            folder.Write(Path.Combine("projects", revision, path), text);
        }

        var name = project.Pipeline.Project(definition.Phase);
        await box.Platform.PushAsync(new(name, target, revision), CancellationToken.None);
        foreach (var secret in SecretNeeds.Of(new FileStore(new DiskFiles()), target))
        {
            await box.Platform.SetSecretAsync(name, secret, new Secret("x"), CancellationToken.None);
        }
    }

    private async Task StartAsync(string project, string workflow, DateTimeOffset session)
    {
        var attempt = await box.Platform.StartAsync(
            new(project, workflow, session, ImmutableDictionary<string, string>.Empty), CancellationToken.None);
        Attempts++;
        for (var tries = 1; (attempt = await EndedAsync(attempt)).Status is not AttemptStatus.Success; tries++)
        {
            if (retries is null || tries == MostAttempts)
            {
                throw new InvalidOperationException(
                    $"{workflow} failed:\n{await box.Platform.GetLogAsync(attempt.AttemptId, null, CancellationToken.None)}");
            }

            var mode = retries.Next(3) == 0 ? RetryMode.All : RetryMode.ResumeFailed;
            attempt = await box.Platform.RetryAsync(attempt.AttemptId, mode, $"try-{tries}", CancellationToken.None);
            Attempts++;
        }
    }

    private async Task<Attempt> EndedAsync(Attempt attempt)
    {
        while (attempt.Status is AttemptStatus.Running)
        {
            await Task.Delay(5);
            attempt = await box.Platform.GetAttemptAsync(attempt.AttemptId, CancellationToken.None);
        }

        return attempt;
    }
}
