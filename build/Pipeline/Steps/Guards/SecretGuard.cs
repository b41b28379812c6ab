using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps.Guards;

/// <summary>Sees that a project has the secrets its files name, before a workflow stumbles over one.</summary>
internal sealed class SecretGuard(RunParts parts)
{
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    /// <summary>Sets what this machine has; what is still missing is named all at once.</summary>
    public async Task EnsureAsync(Phase phase, CancellationToken cancellation)
    {
        var project = parts.Pipeline.Project(phase);
        var needed = SecretNeeds.Of(parts.Files, parts.Workspace.Folder(phase));
        while (needed.Count > 0)
        {
            var missing = await MissingAsync(project, needed, cancellation);
            if (missing.Count == 0)
            {
                return;
            }

            var details = Details(project, missing);
            var asked = $"✗ Deployment failed: Missing secret\n\n{details}\n\nHave you uploaded {(missing.Count == 1 ? "the secret" : "the secrets")}? (yes/no)";
            switch (await parts.Prompt.AskAsync(_questions.MissingSecrets(asked), cancellation))
            {
                case Answer.Wait:
                    break;
                case Answer.Set:
                    await TypeInAsync(project, missing, cancellation);
                    break;
                case Answer.Proceed:
                    return;
                default:
                    throw new PipelineException(details);
            }
        }
    }

    private async Task<IReadOnlyList<string>> MissingAsync(string project, IReadOnlyList<string> needed, CancellationToken cancellation)
    {
        var missing = needed.Except(await parts.Platform.ListSecretsAsync(project, cancellation), StringComparer.Ordinal).ToList();
        foreach (var key in _questions.SetsSecrets ? missing.ToArray() : [])
        {
            if (parts.SecretOf(key) is { } value)
            {
                await parts.Platform.SetSecretAsync(project, key, value, cancellation);
                parts.View.Say($"✓ The secret {key} of {project} is set, from {SecretNeeds.Variable(key)}.");
                missing.Remove(key);
            }
        }

        return missing;
    }

    private async Task TypeInAsync(string project, IReadOnlyList<string> missing, CancellationToken cancellation)
    {
        foreach (var key in missing)
        {
            if (await parts.Prompt.AskSecretAsync($"Value of the secret {key} of {project}", cancellation) is { } value)
            {
                await parts.Platform.SetSecretAsync(project, key, value, cancellation);
            }
        }
    }

    private static string Details(string project, IReadOnlyList<string> missing) =>
        $"""
        {(missing.Count == 1 ? "A secret is" : $"{missing.Count} secrets are")} missing in project {project}:
        {string.Join('\n', missing.Select(key => $"  {key}"))}

        Please upload {(missing.Count == 1 ? "it" : "them")} using one of:
          ./build.sh --target=Secrets    (asks for each, or takes {string.Join(", ", missing.Select(SecretNeeds.Variable))} from the environment)
          td wf secrets --project {project} --set {string.Join(' ', missing)}
        """;
}
