using System.Globalization;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Terminal;

/// <summary>Nobody is there: every question has its answer in <c>on:</c>.</summary>
public sealed class UnattendedPrompt : IPrompt
{
    public Task<string> AskAsync(Question question, CancellationToken cancellation) => Task.FromResult(question.Unattended);
}

/// <summary>The seed's menus on a terminal.</summary>
public sealed class TerminalPrompt(TextReader input, TextWriter output) : IPrompt
{
    public async Task<string> AskAsync(Question question, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"\n{question.Text}\n\nOptions:");
        for (var i = 0; i < question.Choices.Length; i++)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {question.Choices[i].Label}"));
        }

        while (true)
        {
            await output.WriteAsync("\nYour choice: ");
            await output.FlushAsync(cancellation);
            if (await input.ReadLineAsync(cancellation) is not { } line)
            {
                return question.Unattended;
            }

            if (Chosen(question, line.Trim()) is { } choice)
            {
                return choice.Key;
            }
        }
    }

    /// <summary>A number, the key, or the beginning of the label: <c>2</c>, <c>abort</c>, <c>y</c>.</summary>
    private static Choice? Chosen(Question question, string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? question.Choices.ElementAtOrDefault(number - 1)
            : line.Length == 0
                ? null
                : question.Choices.FirstOrDefault(c => c.Key.Equals(line, StringComparison.OrdinalIgnoreCase))
                    ?? question.Choices.FirstOrDefault(c => c.Label.StartsWith(line, StringComparison.OrdinalIgnoreCase));
}
