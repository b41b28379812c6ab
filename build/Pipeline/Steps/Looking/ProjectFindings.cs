using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>How databases, projects and their secrets stand: what Deploy would stumble over.</summary>
internal sealed class ProjectFindings(RunParts parts)
{
    /// <summary>TD's words for who may write.</summary>
    private static readonly string[] _writers = ["administrator", "full_access", "owner"];

    private const string Foreign = "it exists, and nothing tells that this pipeline made it";

    private readonly RunStore _store = new(new StateFile(parts.Files, parts.Workspace), parts);

    private bool Adopts => parts.Pipeline.Config.On.Foreign is AdoptOrStop.Adopt;

    public async Task<IReadOnlyList<Finding>> DatabasesAsync(AccountInfo account, CancellationToken cancellation)
    {
        var existing = await parts.Platform.ListDatabasesAsync(cancellation);
        var guard = new NameGuard(parts, _store);
        var findings = new List<Finding>();
        foreach (var database in parts.Pipeline.Databases)
        {
            findings.Add(!existing.Contains(database, StringComparer.Ordinal) ? Missing(database)
                : Existing(database, account) is { Health: Health.Bad } forbidden ? forbidden
                : !Adopts && await guard.IsForeignAsync(database, cancellation)
                    ? Finding.Bad($"database {database}", Foreign, "Name another one in the configuration, or pass --adopt if it belongs to this pipeline.")
                    : Existing(database, account));
        }

        return findings;
    }

    public async Task<IReadOnlyList<Finding>> ProjectsAsync(CancellationToken cancellation)
    {
        var guard = new NameGuard(parts, _store);
        var findings = new List<Finding>();
        foreach (var phase in PhaseNames.All)
        {
            var project = parts.Pipeline.Project(phase);
            findings.Add(!Adopts && await guard.IsForeignAsync(phase, cancellation)
                ? Finding.Bad($"project {project}", Foreign, $"Set project_name: of {phase.Folder()} to another name, or pass --adopt.")
                : await parts.Platform.FindProjectAsync(project, cancellation) is { } found
                    ? Finding.Good($"project {project}", $"revision {found.Revision}")
                    : Finding.Good($"project {project}", "the name is free"));
        }

        foreach (var project in await new SecretsOverview(parts).LookAsync(cancellation))
        {
            findings.AddRange(Secrets(project));
        }

        return findings;
    }

    private Finding Missing(string database) =>
        parts.Pipeline.Config.Platform is PlatformKind.TreasureData && parts.Pipeline.Config.On.MissingDatabase is CreateOrStop.Stop
            ? Finding.Bad($"database {database}", "it does not exist", "Create it, or set on.missing_database: create.")
            : Finding.Good($"database {database}", "it does not exist yet; Deploy creates it");

    private static Finding Existing(string database, AccountInfo account) =>
        !account.Permissions.TryGetValue(database, out var permission)
            ? Finding.Good($"database {database}", "it exists; the transport does not tell what the key may do in it")
            : _writers.Contains(permission)
                ? Finding.Good($"database {database}", $"it exists, {permission}")
                : Finding.Bad($"database {database}", $"the key may only {permission}", "Ask the account's administrator for full access to it.");

    private static IEnumerable<Finding> Secrets(ProjectSecrets project)
    {
        if (!project.IsGenerated)
        {
            return [Finding.Unknown($"secrets of {project.Project}", $"they are known once the phase is generated (--target={project.Phase}-Generate)")];
        }

        return project.Secrets.Select(secret => secret.IsSet
            ? Finding.Good($"secret {secret.Key}", $"set in {project.Project}")
            : Finding.Bad($"secret {secret.Key}", $"it is not set in {project.Project}", $"Run ./build.sh --target=Secrets, with {SecretNeeds.Variable(secret.Key)} in the environment or at a terminal."));
    }
}
