using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Steps.Guards;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>What the generated projects need, what is set, and the setting of what is missing.</summary>
public sealed class SecretsOverview(RunParts parts)
{
    public async Task<IReadOnlyList<ProjectSecrets>> LookAsync(CancellationToken cancellation)
    {
        var all = new List<ProjectSecrets>();
        foreach (var phase in PhaseNames.All)
        {
            var project = parts.Pipeline.Project(phase);
            var folder = parts.Workspace.Folder(phase);
            var needed = parts.Files.FolderExists(folder) ? SecretNeeds.Of(parts.Files, folder) : null;
            var deployed = await parts.Platform.FindProjectAsync(project, cancellation) is not null;
            var set = deployed ? await parts.Platform.ListSecretsAsync(project, cancellation) : [];
            all.Add(new(phase, project, needed is not null, deployed,
                [.. (needed ?? []).Select(key => new NeededSecret(key, set.Contains(key, StringComparer.Ordinal)))]));
        }

        return all;
    }

    /// <summary>Sets what is missing: from the file, else from the environment, else what a person types.</summary>
    /// <returns>How many were set.</returns>
    public async Task<int> SetAsync(
        IReadOnlyList<ProjectSecrets> projects, IReadOnlyDictionary<string, Secret> file, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var project in projects.Where(p => p.IsDeployed))
        {
            foreach (var secret in project.Secrets.Where(s => !s.IsSet || file.ContainsKey(s.Key)))
            {
                var (value, from) = file.TryGetValue(secret.Key, out var written) ? (written, "the file")
                    : parts.SecretOf(secret.Key) is { } given ? (given, SecretNeeds.Variable(secret.Key))
                    : (await parts.Prompt.AskSecretAsync($"Value of the secret {secret.Key} of {project.Project}", cancellation), "the keyboard");
                if (value is { } found)
                {
                    await parts.Platform.SetSecretAsync(project.Project, secret.Key, found, cancellation);
                    parts.View.Say($"✓ The secret {secret.Key} of {project.Project} is set, from {from}.");
                    count++;
                }
            }
        }

        return count;
    }
}

/// <param name="IsGenerated">Else what it needs is not known yet.</param>
/// <param name="IsDeployed">Else no secret can be set in it yet.</param>
public sealed record ProjectSecrets(
    Phase Phase, string Project, bool IsGenerated, bool IsDeployed, IReadOnlyList<NeededSecret> Secrets);

public sealed record NeededSecret(string Key, bool IsSet);
