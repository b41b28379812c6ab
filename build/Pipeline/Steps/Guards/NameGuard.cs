using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps.Guards;

/// <summary>Only what this pipeline made, or was told to adopt, is touched (DESIGN, "Names").</summary>
/// <remarks>The state remembers it; where the workspace is new, a project is known by the form of its revision.</remarks>
internal sealed partial class NameGuard(RunParts parts, RunStore store)
{
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    /// <summary>The emulator of a workspace is that workspace's alone.</summary>
    private bool IsOurs => parts.Pipeline.Config.Platform is PlatformKind.Local;

    public async Task ProjectAsync(Phase phase, CancellationToken cancellation)
    {
        var project = parts.Pipeline.Project(phase);
        if (IsOurs || store.State.Owned.Projects.Contains(project))
        {
            return;
        }

        if (await parts.Platform.FindProjectAsync(project, cancellation) is { } found && !IsRevisionOf(phase, found.Revision))
        {
            await AskAsync($"The project {project} (revision {found.Revision})", $"Set project_name: of {phase.Folder()} to another name", cancellation);
        }

        store.Save(s => s with { Owned = s.Owned with { Projects = s.Owned.Projects.Add(project) } });
    }

    public async Task DatabasesAsync(CancellationToken cancellation)
    {
        var existing = await parts.Platform.ListDatabasesAsync(cancellation);
        foreach (var database in parts.Pipeline.Databases)
        {
            if (!existing.Contains(database, StringComparer.Ordinal))
            {
                await CreateAsync(database, cancellation);
            }
            else if (!IsOurs && !store.State.Owned.Databases.Contains(database))
            {
                await KnowAsync(database, cancellation);
            }
        }
    }

    public async Task<bool> IsForeignAsync(Phase phase, CancellationToken cancellation) =>
        !IsOurs
        && !store.State.Owned.Projects.Contains(parts.Pipeline.Project(phase))
        && await parts.Platform.FindProjectAsync(parts.Pipeline.Project(phase), cancellation) is { } found
        && !IsRevisionOf(phase, found.Revision);

    /// <param name="database">One that exists.</param>
    public async Task<bool> IsForeignAsync(string database, CancellationToken cancellation) =>
        !IsOurs
        && !store.State.Owned.Databases.Contains(database)
        && (!database.StartsWith(parts.Pipeline.Client + "_", StringComparison.Ordinal) || !await WeWereHereAsync(cancellation));

    /// <summary><c>20260131-100000-staging-1a2b3c4d</c>, and what a second push of it is called.</summary>
    public static bool IsRevisionOf(Phase phase, string revision) =>
        Revision().Match(revision) is { Success: true } match && match.Groups["phase"].Value == phase.Folder();

    private async Task CreateAsync(string database, CancellationToken cancellation)
    {
        if (!IsOurs && await parts.Prompt.AskAsync(_questions.MissingDatabase(database), cancellation) != Answer.Create)
        {
            throw new PipelineException($"The database {database} does not exist. Create it, or set on.missing_database: create.");
        }

        Own(database, o => o with { Created = o.Created.Add(database) });
        await parts.Platform.CreateDatabaseAsync(database, cancellation);
    }

    /// <summary>A database under the client's prefix, beside a project that we pushed, is ours.</summary>
    private async Task KnowAsync(string database, CancellationToken cancellation)
    {
        if (await IsForeignAsync(database, cancellation))
        {
            await AskAsync($"The database {database}", "Name another one in the configuration", cancellation);
        }

        var tables = await parts.Platform.DescribeTablesAsync(database, cancellation);
        Own(database, o => o with { Before = o.Before.Union(tables.Select(t => $"{database}.{t.Table}")) });
    }

    private async Task<bool> WeWereHereAsync(CancellationToken cancellation)
    {
        foreach (var phase in PhaseNames.All)
        {
            if (await parts.Platform.FindProjectAsync(parts.Pipeline.Project(phase), cancellation) is { } found && IsRevisionOf(phase, found.Revision))
            {
                return true;
            }
        }

        return false;
    }

    private async Task AskAsync(string what, string otherwise, CancellationToken cancellation)
    {
        if (await parts.Prompt.AskAsync(_questions.Foreign(what, parts.Options.Adopt), cancellation) != Answer.Adopt)
        {
            throw new PipelineException(
                $"{what} exists, and nothing tells that this pipeline made it, so it is not touched. {otherwise}, "
                + "or pass --adopt (on.foreign: adopt) if it belongs to this pipeline.",
                ExitCode.WrongInput);
        }
    }

    /// <summary>With what <c>--target=Destroy</c> has to know of it.</summary>
    private void Own(string database, Func<Owned, Owned> remember)
    {
        if (!store.State.Owned.Databases.Contains(database))
        {
            store.Save(s => s with { Owned = remember(s.Owned with { Databases = s.Owned.Databases.Add(database) }) });
        }
    }

    [GeneratedRegex(@"\A\d{8}-\d{6}-(?<phase>[a-z_]+)-[0-9a-f]{8}(?:-\d+)?\z")]
    private static partial Regex Revision();
}
