using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Digdag.Language;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Conformance;

/// <summary>A project is accepted when both <c>check</c> and <c>push</c> accepted it; the texts are those of the first that did not.</summary>
public sealed partial class ChecksAreTheRecordedOnes(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly IReadOnlyDictionary<string, string> _deviations = Deviations.Read();

    [Fact]
    public void Accepted_or_refused_with_the_same_words_at_the_same_place() =>
        Tally.Of("checks", [.. DigdagCase.Read().Where(c => !IsTooBig(c))], Difference, output);

    /// <summary>The size of an archive is the server's affair.</summary>
    private static bool IsTooBig(DigdagCase c) => c.PushError.Contains("exceeds limit", StringComparison.Ordinal);

    private string? Difference(DigdagCase recorded)
    {
        using var folder = new TempFolder();
        recorded.CopyTo(folder.Path);
        var errors = ProjectCheck.Run(folder.Path, Now).Errors;
        var actual = errors.Select(e => e.Message).Order(StringComparer.Ordinal).ToList();
        var expected = _deviations.TryGetValue(recorded.Id, out var ours) ? [ours] : Expected(recorded);
        var place = Place().Matches(recorded.CheckError).LastOrDefault();
        if (place is not null && errors is [var error] && place.Groups["at"].Value != $"line {error.Position.Line}, column {error.Position.Column}")
        {
            return $"is at {place.Groups["at"].Value}, not at {error}";
        }

        return expected.Order(StringComparer.Ordinal).SequenceEqual(actual, StringComparer.Ordinal)
            ? null
            : $"\n  expected {string.Join(" | ", expected)}\n  actual   {string.Join(" | ", actual)}";
    }

    private static IReadOnlyList<string> Expected(DigdagCase recorded)
    {
        var text = recorded.CheckExit != 0 ? recorded.CheckError : recorded.PushExit != 0 ? Message(recorded.PushError) : "";
        if (text.Length == 0)
        {
            return [];
        }

        text = Causes().Replace(text["error: ".Length..], "");
        text = Kind().Replace(text, "").Replace("io.digdag.core.repository.ModelValidationException: ", "", StringComparison.Ordinal);
        return [.. text.Split("workflow <project>/").Skip(text.StartsWith("Validating project failed", StringComparison.Ordinal) ? 1 : 0)
            .Select(part => text.StartsWith("Validating project failed", StringComparison.Ordinal) ? part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..] : part)
            .Select(part => Place().Split(part)[0].TrimEnd('\n'))
            .Select(part => part.Replace("<project>/", "", StringComparison.Ordinal))];
    }

    private static string Message(string pushError) =>
        $"error: {JsonNode.Parse(pushError[pushError.IndexOf('{', StringComparison.Ordinal)..])!["message"]!.GetValue<string>()}";

    [GeneratedRegex(@"\n> .*\z", RegexOptions.Singleline)]
    private static partial Regex Causes();

    [GeneratedRegex(@"\n in 'string', (?<at>line \d+, column \d+):")]
    private static partial Regex Place();

    [GeneratedRegex(@" \((?!no such)[a-z ]+\)\z")]
    private static partial Regex Kind();
}
