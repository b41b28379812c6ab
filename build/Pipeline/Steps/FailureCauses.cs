using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Steps;

/// <summary>What usually lies behind an error of a workflow, in words (spec, td_cli §8, case 24).</summary>
internal static class FailureCauses
{
    private static readonly (Regex Pattern, string Cause)[] _known =
    [
        (Regexp("[Ss]ecret not found for key: '?(?<name>[^'\\s]+)"), "The secret ${name} is not set in the project; set it with: td wf secrets --project PROJECT --set ${name}"),
        (Regexp("AUTHENTICATION_FAILURE|401 Unauthorized|authentication failed", RegexOptions.IgnoreCase), "The key or a connection is not accepted; check TD_API_KEY and the connection in TD Console"),
        (Regexp("No stand-in"), "No file stands in for this source; name one under local.sources"),
        (Regexp("[Tt]able .* does not exist"), "A table does not exist: the phase before did not make it, or its name differs"),
        (Regexp("[Cc]olumn .* cannot be resolved"), "A column is missing: the source changed since its schema was described; run the phase's Generate again"),
        (Regexp("[Dd]atabase .* does not exist|[Ss]chema .* does not exist"), "A database does not exist; Deploy creates it"),
        (Regexp("Too many attempts running"), "The account's limit of running workflows is reached; wait and retry"),
        (Regexp("Unknown task type|operator .* unknown", RegexOptions.IgnoreCase), "A template uses an operator that the platform does not have"),
        (Regexp("has not converged", RegexOptions.IgnoreCase), "Identities did not settle within the allowed rounds; raise merge_iterations or look for values shared by many people"),
        (Regexp("time(d)? ?out", RegexOptions.IgnoreCase), "A source or a query took too long; retry, or load smaller pieces"),
    ];

    public static IReadOnlyList<string> Of(string text)
    {
        var found = _known
            .Select(k => (k.Cause, Match: k.Pattern.Match(text)))
            .Where(k => k.Match.Success)
            .Select(k => k.Cause.Replace("${name}", k.Match.Groups["name"].Value, StringComparison.Ordinal))
            .ToArray();
        return found.Length > 0 ? found : ["None that is known; the log of the failed task tells more"];
    }

    private static Regex Regexp(string pattern, RegexOptions options = RegexOptions.None) =>
        new(pattern, options | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
