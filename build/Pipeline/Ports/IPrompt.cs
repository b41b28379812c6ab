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
}

/// <param name="Id">The key under <c>on:</c> that answers it when nobody is there.</param>
/// <param name="Text">What is to be decided, of one or more lines.</param>
/// <param name="Unattended">Key of the answer when nobody is there.</param>
public sealed record Question(string Id, string Text, ImmutableArray<Choice> Choices, string Unattended);

/// <param name="Label">As the seed's menus show it: <c>Retry - Run workflow again</c>.</param>
public sealed record Choice(string Key, string Label);
