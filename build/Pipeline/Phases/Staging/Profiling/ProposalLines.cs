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

        foreach (var (name, value) in Switches(proposal))
        {
            yield return ($"{proposal.Column}/{name}", value);
        }

        foreach (var (name, texts) in Lists(proposal))
        {
            for (var n = 0; n < texts.Length; n++)
            {
                yield return ($"{proposal.Column}/{name}/{n}", texts[n]);
            }
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

        settings.AddRange(Switches(proposal).Select(s => $"{s.Name}: {s.Value}"));
        settings.AddRange(Lists(proposal).Select(l => $"{l.Name}: [{string.Join(", ", l.Texts.Select(Text))}]"));
        return $"{{ {string.Join(", ", settings)} }}";
    }

    private static bool IsRuleAlone(ColumnProposal proposal) =>
        proposal.Rule is not null && !(proposal with { Rule = null }).SaysSomething;

    private static IEnumerable<(string Name, string Value)> Switches(ColumnProposal proposal) =>
        from setting in ((string, bool?)[])[("day_first", proposal.DayFirst), ("decimal_comma", proposal.DecimalComma)]
        where setting.Item2 is not null
        select (setting.Item1, setting.Item2 is true ? "true" : "false");

    private static IEnumerable<(string Name, ImmutableArray<string> Texts)> Lists(ColumnProposal proposal) =>
        from list in ((string, ImmutableArray<string>)[])[("formats", proposal.Formats), ("keys", proposal.Keys)]
        where !list.Item2.IsEmpty
        select list;

    private static string Text(string word) => Plain().IsMatch(word) && !_words.Contains(word)
        ? word
        : $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A[$A-Za-z_][A-Za-z0-9_.]*\z")]
    private static partial Regex Plain();
}
