using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>Proposals as lines of <c>columns:</c>, each with its evidence as a comment.</summary>
internal static partial class ProposalLines
{
    /// <summary>Words that YAML does not read as texts.</summary>
    private static readonly HashSet<string> _words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    public static IReadOnlyList<string> Of(ImmutableArray<ColumnProposal> proposals, int indent) =>
        [.. proposals.Select(p => $"{new string(' ', indent)}{Text(p.Column)}: {Value(p)}  # {p.Evidence}")];

    /// <summary>What a reader finds below <c>columns</c>: path and text.</summary>
    public static IEnumerable<(string Path, string Text)> Leaves(ColumnProposal proposal)
    {
        if (IsRuleAlone(proposal))
        {
            yield return (proposal.Column, SnakeCase.Of(proposal.Rule!.Value));
            yield break;
        }

        if (proposal.Rule is { } rule)
        {
            yield return ($"{proposal.Column}/rule", SnakeCase.Of(rule));
        }

        if (proposal.DayFirst is { } dayFirst)
        {
            yield return ($"{proposal.Column}/day_first", dayFirst ? "true" : "false");
        }

        for (var n = 0; n < proposal.Keys.Length; n++)
        {
            yield return ($"{proposal.Column}/keys/{n}", proposal.Keys[n]);
        }
    }

    private static string Value(ColumnProposal proposal)
    {
        if (IsRuleAlone(proposal))
        {
            return SnakeCase.Of(proposal.Rule!.Value);
        }

        var settings = new List<string>();
        if (proposal.Rule is { } rule)
        {
            settings.Add($"rule: {SnakeCase.Of(rule)}");
        }

        if (proposal.DayFirst is { } dayFirst)
        {
            settings.Add($"day_first: {(dayFirst ? "true" : "false")}");
        }

        if (!proposal.Keys.IsEmpty)
        {
            settings.Add($"keys: [{string.Join(", ", proposal.Keys.Select(Text))}]");
        }

        return $"{{ {string.Join(", ", settings)} }}";
    }

    private static bool IsRuleAlone(ColumnProposal proposal) => proposal is { Rule: not null, DayFirst: null, Keys.IsEmpty: true };

    private static string Text(string word) => Plain().IsMatch(word) && !_words.Contains(word)
        ? word
        : $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A[$A-Za-z_][A-Za-z0-9_.]*\z")]
    private static partial Regex Plain();
}
