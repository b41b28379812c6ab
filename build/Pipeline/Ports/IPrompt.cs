using System.Collections.Immutable;

namespace Cdp.Pipeline.Ports;

/// <summary>Asks a person; where nobody is, the question's own answer for that case is taken.</summary>
public interface IPrompt
{
    /// <returns>The key of the chosen answer.</returns>
    Task<string> AskAsync(Question question, CancellationToken cancellation);

    /// <summary>Asks for a value that must not be shown.</summary>
    /// <param name="text">What it is the value of.</param>
    /// <returns>Null where nobody is, or when nothing was typed.</returns>
    Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation);

    /// <summary>Asks for a line of text. What will not do is told at once, and asked for again.</summary>
    /// <returns>Null where nobody is, or at the end of the input.</returns>
    Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation);
}

/// <param name="Id">The key under <c>on:</c> that answers it when nobody is there.</param>
/// <param name="Text">What is to be decided, of one or more lines.</param>
/// <param name="Unattended">Key of the answer when nobody is there.</param>
public sealed record Question(string Id, string Text, ImmutableArray<Choice> Choices, string Unattended);

/// <param name="Label">As the seed's menus show it: <c>Retry - Run workflow again</c>.</param>
public sealed record Choice(string Key, string Label);

/// <param name="Id">What the answer is called where it is given beforehand.</param>
/// <param name="Text">Without a colon, as the seed writes it: <c>Client name (e.g., mck, acme)</c>.</param>
/// <param name="Default">Taken for an empty line; null: an answer is needed, the empty text: there need be none.</param>
/// <param name="Problem">What is wrong with an answer, as a sentence; null when it will do.</param>
public sealed record TextQuestion(string Id, string Text, string? Default, Func<string, string?> Problem)
{
    /// <summary>The only answers, if there are any.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <returns>The answer as it is meant: without blanks around it, a word in its own case, the default for nothing.</returns>
    public string Meant(string typed)
    {
        var text = typed.Trim();
        return text.Length == 0 && Default is not null
            ? Default
            : Words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;
    }

    /// <param name="meant">See <see cref="Meant"/>.</param>
    public string? WhyNot(string meant) => meant switch
    {
        "" => Default is null ? "An answer is needed." : null,
        _ when !Words.IsEmpty && !Words.Contains(meant) =>
            $"'{meant}' is none of {string.Join(", ", Words)}.{Suggestion.For(meant, Words)}",
        _ => Problem(meant),
    };
}
