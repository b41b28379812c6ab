using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Operations;

/// <summary>
/// Removes exactly what this pipeline made. A project is ours when the state says that we pushed it, a database when we created
/// it, a table when it was not there before us and our generated files make it.
/// </summary>
/// <param name="state">The memory of the runs; without it nothing is known to be ours.</param>
public sealed class Destroyer(
    IPlatform platform, ResolvedPipeline pipeline, RunState state, FileStore files, Workspace workspace)
{
    /// <summary>The emulator of a workspace is that workspace's alone.</summary>
    private bool IsOurs => pipeline.Config.Platform is PlatformKind.Local;

    public async Task<DestroyPlan> PlanAsync(CancellationToken cancellation)
    {
        List<string> kept = [];
        var projects = await ProjectsAsync(kept, cancellation);
        MadeTables made = new(files, workspace);
        List<DestroyedDatabase> databases = [];
        List<TableName> tables = [];
        var existing = await platform.ListDatabasesAsync(cancellation);
        foreach (var database in pipeline.Databases.Where(d => existing.Contains(d, StringComparer.Ordinal)))
        {
            var all = await platform.DescribeTablesAsync(database, cancellation);
            var ours = all.Where(t => IsMade(t, made)).ToList();
            if (IsCreated(database) && ours.Count == all.Count)
            {
                databases.Add(new(database, [.. ours.Select(t => t.Table)], ours.Sum(t => t.RowCount)));
                continue;
            }

            tables.AddRange(ours.Select(t => new TableName(database, t.Table)));
            kept.AddRange(all.Except(ours).Select(t => $"{database}.{t.Table}: this pipeline did not make it."));
            kept.Add(IsCreated(database)
                ? $"{database}: there are tables of others in it."
                : $"{database}: nothing tells that this pipeline created it.");
        }

        return new(projects, [.. databases], [.. tables], [.. kept]);
    }

    /// <summary>Projects first, so that no schedule writes into what goes after. May be repeated: what is gone is no error.</summary>
    public async Task ApplyAsync(DestroyPlan plan, CancellationToken cancellation)
    {
        foreach (var project in plan.Projects)
        {
            await platform.DeleteProjectAsync(project.Name, cancellation);
        }

        foreach (var table in plan.Tables)
        {
            await platform.QueryAsync(new($"DROP TABLE IF EXISTS {Sql.Table(table)}", table.Database), cancellation);
        }

        foreach (var database in plan.Databases)
        {
            await platform.DropDatabaseAsync(database.Name, cancellation);
        }
    }

    private bool IsCreated(string database) => IsOurs || state.Owned.Created.Contains(database);

    private bool IsMade(TableDescription table, MadeTables made) =>
        (IsOurs || state.Owned.Databases.Contains(table.Database))
        && !state.Owned.Before.Contains($"{table.Database}.{table.Table}")
        && made.Contains(new(table.Database, table.Table));

    private async Task<ImmutableArray<DestroyedProject>> ProjectsAsync(List<string> kept, CancellationToken cancellation)
    {
        List<DestroyedProject> found = [];
        foreach (var name in PhaseNames.All.Select(pipeline.Project))
        {
            if (await platform.FindProjectAsync(name, cancellation) is not { } project)
            {
                continue;
            }

            if (!IsOurs && !state.Owned.Projects.Contains(name))
            {
                kept.Add($"project {name}: nothing tells that this pipeline pushed it.");
                continue;
            }

            var schedules = await platform.ListSchedulesAsync(name, cancellation);
            found.Add(new(name, project.Revision, [.. schedules.Select(s => s.Workflow)]));
        }

        return [.. found];
    }
}
