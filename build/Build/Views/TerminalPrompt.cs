using System.Globalization;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Views;

/// <summary>The seed's menus: the text, numbered options, "Your choice". A word answers as well as its number.</summary>
/// <param name="readHidden">Reads a line that is not shown.</param>
internal sealed class TerminalPrompt(IConsoleView view, Func<string?> readLine, Func<string?> readHidden) : IPrompt
{
    public async Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation)
    {
        view.Say($"{text} (it is not shown while you type):");
        var typed = await Task.Run(readHidden, cancellation).WaitAsync(cancellation);
        return string.IsNullOrWhiteSpace(typed) ? null : new Secret(typed.Trim());
    }

    public async Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation)
    {
        view.Say($"{question.Text}{(question.Default is { Length: > 0 } usual ? $" (press Enter for {usual})" : string.Empty)}:");
        while (await Task.Run(readLine, cancellation).WaitAsync(cancellation) is { } typed)
        {
            var answer = question.Meant(typed);
            if (question.WhyNot(answer) is not { } problem)
            {
                return answer;
            }

            view.Say(problem);
        }

        return null;
    }

    public async Task<string> AskAsync(Question question, CancellationToken cancellation)
    {
        view.Say(question.Text);
        view.Say(string.Empty);
        view.Say("Options:");
        for (var i = 0; i < question.Choices.Length; i++)
        {
            view.Say(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {question.Choices[i].Label}"));
        }

        while (true)
        {
            view.Say(string.Empty);
            view.Say("Your choice:");
            var typed = await Task.Run(readLine, cancellation).WaitAsync(cancellation);
            if (typed is null)
            {
                return question.Unattended;
            }

            if (Chosen(question, typed.Trim()) is { } choice)
            {
                return choice.Key;
            }

            view.Say($"Type a number from 1 to {question.Choices.Length}.");
        }
    }

    private static Choice? Chosen(Question question, string typed) =>
        int.TryParse(typed, CultureInfo.InvariantCulture, out var number)
            ? question.Choices.ElementAtOrDefault(number - 1)
            : question.Choices.FirstOrDefault(c => typed.Length > 0 && c.Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Nobody is there: the policy under <c>on:</c> answers, and the answer is said.</summary>
internal sealed class PolicyPrompt(IConsoleView view) : IPrompt
{
    public Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation) => Task.FromResult<Secret?>(null);

    public Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation) => Task.FromResult<string?>(null);

    public Task<string> AskAsync(Question question, CancellationToken cancellation)
    {
        var label = question.Choices.FirstOrDefault(c => c.Key == question.Unattended)?.Label ?? question.Unattended;
        view.Say($"{question.Text}\n→ {label} (on.{question.Id}; nobody is asked)");
        return Task.FromResult(question.Unattended);
    }
}
