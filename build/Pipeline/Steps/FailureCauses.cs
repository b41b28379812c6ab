using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Steps;

/// <summary>What usually lies behind an error of a workflow, in words (spec, td_cli §8, case 24).</summary>
internal static class FailureCauses
{
    private static readonly (Regex Pattern, CauseKind Kind, string Text)[] _known =
    [
        (Regexp("[Ss]ecret not found for key: '?(?<name>[A-Za-z0-9_.-]+)|The '(?<name>[^']+)' secret is missing"), CauseKind.Secret,
            "secret `${name}` is missing in project ${project}; set it with: ./build.sh --target=Secrets, or: td wf secrets --project ${project} --set ${name}"),
        (Regexp("AUTHENTICATION_FAILURE|401[: ]Unauthorized|authentication failed", RegexOptions.IgnoreCase), CauseKind.Other,
            "the key or a connection is not accepted; check the secret td.apikey, TD_API_KEY and the connection in TD Console"),
        (Regexp("No stand-in"), CauseKind.Other, "no file stands in for this source; name one under local.sources"),
        (Regexp("[Tt]able .{0,80}(does not exist|not found)", RegexOptions.IgnoreCase), CauseKind.Other,
            "a table does not exist: the phase before did not make it, or its name differs"),
        (Regexp("[Cc]olumn .{0,80}cannot be resolved|COLUMN_NOT_FOUND"), CauseKind.Other,
            "a column is missing: the source changed since its schema was described; run the phase's Generate again"),
        (Regexp("(database|schema) .{0,80}(does not exist|not found)|Database does not exist", RegexOptions.IgnoreCase), CauseKind.Database,
            "a database does not exist; Deploy creates it"),
        (Regexp("Access Denied|403[: ]Forbidden", RegexOptions.IgnoreCase), CauseKind.Other,
            "the key lacks a permission; ask the account's administrator"),
        (Regexp("Too many attempts running"), CauseKind.Other, "the account's limit of running workflows is reached; wait and retry"),
        (Regexp("Unknown task type: (?<name>[^\\s(]+)|operator .* unknown", RegexOptions.IgnoreCase), CauseKind.Other,
            "a template uses an operator that the platform does not have: ${name}"),
        (Regexp("File not found: (?<name>[^\\s(]+)"), CauseKind.Other, "the project has no file ${name}; run the phase's Generate and Deploy again"),
        (Regexp("has not converged", RegexOptions.IgnoreCase), CauseKind.Other,
            "identities did not settle within the allowed rounds; raise merge_iterations or look for values shared by many people"),
        (Regexp("mismatched input|SYNTAX_ERROR|ParseException"), CauseKind.Other, "a statement is not valid SQL; look at the query that the task names"),
        (Regexp("time(d)? ?out", RegexOptions.IgnoreCase), CauseKind.Other, "a source or a query took too long; retry, or load smaller pieces"),
    ];

    public static IReadOnlyList<FailureCause> Of(string text, string project)
    {
        FailureCause[] found =
        [
            .. from known in _known
               let match = known.Pattern.Match(text)
               where match.Success
               let name = match.Groups["name"].Value
               select new FailureCause(known.Kind, name, known.Text
                   .Replace("${name}", name, StringComparison.Ordinal)
                   .Replace("${project}", project, StringComparison.Ordinal)),
        ];
        return found.Length > 0 ? found : [new(CauseKind.Other, string.Empty, "none that is known; the log of the failed task tells more")];
    }

    private static Regex Regexp(string pattern, RegexOptions options = RegexOptions.None) =>
        new(pattern, options | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

/// <summary>What can be done about a cause from here.</summary>
internal enum CauseKind
{
    Other,
    Secret,
    Database,
}

/// <param name="Name">Of the secret, the operator, the file; else empty.</param>
internal sealed record FailureCause(CauseKind Kind, string Name, string Text);
