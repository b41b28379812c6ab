using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Guards;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Secrets</c>: what the generated projects need and have; sets what is missing. Values never come out.</summary>
internal sealed class SecretsCommand(SecretsOverview overview, TextWriter output, bool asJson)
{
    /// <param name="file">Values of <c>--file</c>; empty without one.</param>
    /// <returns>Whether every project has what it needs.</returns>
    public async Task<bool> RunAsync(string action, IReadOnlyDictionary<string, Secret> file, CancellationToken cancellation)
    {
        if (action is not ("set" or "status"))
        {
            throw new PipelineException(
                $"There is no action '{action}'.{Suggestion.For(action, ["set", "status"])} Use set (default) or status.", ExitCode.WrongInput);
        }

        var projects = await overview.LookAsync(cancellation);
        if (action == "set" && await overview.SetAsync(projects, file, cancellation) > 0)
        {
            projects = await overview.LookAsync(cancellation);
        }

        if (asJson)
        {
            output.WriteLine(Answers.Line(Json(projects)));
        }
        else
        {
            Aligned.Write(output, [.. projects.SelectMany(Rows)]);
        }

        return projects.All(p => p.Secrets.All(s => s.IsSet));
    }

    private static IEnumerable<string[]> Rows(ProjectSecrets project) =>
        !project.IsGenerated ? [["·", project.Project, $"not generated yet: --target={project.Phase}-Generate tells what it needs"]]
        : project.Secrets.Count == 0 ? [["✓", project.Project, "needs none"]]
        : project.Secrets.Select(secret => secret.IsSet
            ? new[] { "✓", project.Project, $"{secret.Key} is set" }
            : ["✗", project.Project, project.IsDeployed
                ? $"{secret.Key} is missing: put it into {SecretNeeds.Variable(secret.Key)} or a --file, or run this at a terminal"
                : $"{secret.Key} is missing; it can be set once the project is there: --target={project.Phase}-Deploy sets it from {SecretNeeds.Variable(secret.Key)}"]);

    private static JsonArray Json(IReadOnlyList<ProjectSecrets> projects) => new([.. projects.Select(p => new JsonObject
    {
        ["project"] = p.Project,
        ["generated"] = p.IsGenerated,
        ["deployed"] = p.IsDeployed,
        ["secrets"] = new JsonArray([.. p.Secrets.Select(s => new JsonObject { ["key"] = s.Key, ["set"] = s.IsSet })]),
    })]);
}
