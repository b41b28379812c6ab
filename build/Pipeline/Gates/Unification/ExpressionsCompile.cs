using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

internal sealed class ExpressionsCompile : IFileGate
{
    public GateInfo Info { get; } = new(
        "UN-10", Phase.Unification, GateKind.Offline, CheckSeverity.Failure,
        "Regular expressions of keys and attributes compile and have at most 512 characters; invalid texts at most 127.");

    private const int LongestExpression = 512;
    private const int LongestText = 127;

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        var root = scope.Project.Yaml(UnifyFile.Path) as YamlMapping;
        foreach (var key in (IEnumerable<YamlMapping>)[.. UnifyFile.List(root?["keys"]), .. UnifyFile.List(root?["master_tables"]).SelectMany(m => UnifyFile.List(m["attributes"]))])
        {
            if (key["valid_regexp"] is YamlScalar expression && Wrong(expression.Text) is { } why)
            {
                yield return new(UnifyFile.Path, expression.Position.Line, expression.Position.Column, why);
            }

            foreach (var text in ((key["invalid_texts"] as YamlSequence)?.Items ?? []).OfType<YamlScalar>().Where(t => t.Text.Length > LongestText))
            {
                yield return new(UnifyFile.Path, text.Position.Line, text.Position.Column, FormattableString.Invariant($"The text has {text.Text.Length} characters; {LongestText} are possible."));
            }
        }
    }

    private static string? Wrong(string expression)
    {
        if (expression.Length > LongestExpression)
        {
            return FormattableString.Invariant($"The expression has {expression.Length} characters; {LongestExpression} are possible.");
        }

        try
        {
            _ = new Regex(expression, RegexOptions.CultureInvariant);
            return null;
        }
        catch (RegexParseException ex)
        {
            return $"The expression cannot be read: {ex.Message}";
        }
    }
}
