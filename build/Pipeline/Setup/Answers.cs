using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Setup;

/// <summary>One round of questions: what was given beforehand is not asked again, and nobody is asked where nobody is.</summary>
/// <param name="prompt">Null where nobody is.</param>
/// <param name="previous">What was answered before the person wanted another answer: offered again.</param>
internal sealed class Answers(IPrompt? prompt, IConsoleView view, GivenAnswers given, IReadOnlyDictionary<string, string> previous)
{
    private readonly List<TextQuestion> _missing = [];
    private readonly List<string> _wrong = [];
    private readonly List<string> _headings = [];

    /// <summary>Name and answer, in the order of the questions.</summary>
    public List<(TextQuestion Question, string Answer)> Known { get; } = [];

    public bool SomebodyIsThere => prompt is not null;

    /// <summary>A heading: for a person, and only when a question follows it.</summary>
    public void Say(string text) => _headings.Add(text);

    /// <returns>Null when it is missing or wrong and nobody is there; what depends on it is then not asked.</returns>
    /// <exception cref="PipelineException">The input ended.</exception>
    public async Task<string?> AskAsync(TextQuestion question, CancellationToken cancellation)
    {
        var answer = Given(question) ?? await AskedAsync(question, cancellation);
        if (answer is not null)
        {
            Known.Add((question, answer));
        }

        return answer;
    }

    /// <summary>The same for a list of words with commas between.</summary>
    public async Task<string[]?> AskListAsync(TextQuestion question, CancellationToken cancellation) =>
        await AskAsync(question, cancellation) is { } text ? Items(text) : null;

    /// <summary>A word of the configuration.</summary>
    public async Task<string> WordAsync<T>(string id, string text, T usual, CancellationToken cancellation)
        where T : struct, Enum =>
        await AskAsync(
            new(id, text, SnakeCase.Of(usual), AnswerRules.Anything) { Words = [.. Enum.GetValues<T>().Select(v => SnakeCase.Of(v))] },
            cancellation) ?? SnakeCase.Of(usual);

    public static string[] Items(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="PipelineException">Answers that are missing, wrong, or to nothing: all at once.</exception>
    public void ThrowIfIncomplete()
    {
        var asked = Known.Select(k => k.Question.Id).Concat(_missing.Select(m => m.Id)).ToHashSet(StringComparer.Ordinal);
        var unused = _missing.Count + _wrong.Count > 0
            ? []
            : given.Unused(asked).Select(u => $"{u.Place}: There is no question '{u.Id}'.{Suggestion.For(u.Id, asked)}");
        string[] problems =
        [
            .. _wrong,
            .. unused,
            .. _missing.Select(m => $"The answer '{m.Id}' is missing: {Plain(m.Text)}."),
        ];
        if (problems.Length > 0)
        {
            throw new PipelineException(
                string.Join('\n', problems)
                + (_missing.Count > 0
                    ? $"\nGive it with --answer={_missing[0].Id}=VALUE, or in a file of NAME: VALUE lines with --answers=FILE; at a terminal, without --no-input, you are asked."
                    : string.Empty),
                ExitCode.WrongInput);
        }
    }

    /// <summary>Without the seed's numbers, which mean something at a terminal alone.</summary>
    private static string Plain(string text) => text.TrimStart(' ', '.', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private string? Given(TextQuestion question)
    {
        if (given.Find(question.Id) is not { } answer)
        {
            return null;
        }

        var meant = question.Meant(answer.Text);
        if (question.WhyNot(meant) is not { } problem)
        {
            return meant;
        }

        if (SomebodyIsThere)
        {
            view.Say($"{answer.Place}: {problem}");
        }
        else
        {
            _wrong.Add($"{answer.Place}: {problem}");
        }

        return null;
    }

    private async Task<string?> AskedAsync(TextQuestion question, CancellationToken cancellation)
    {
        if (prompt is null)
        {
            if (question.Default is null && given.Find(question.Id) is null)
            {
                _missing.Add(question);
            }

            return question.Default;
        }

        _headings.ForEach(view.Say);
        _headings.Clear();
        var asked = question with { Default = previous.GetValueOrDefault(question.Id) ?? question.Default };
        view.Say(string.Empty);
        var answer = await prompt.AskTextAsync(asked, cancellation)
            ?? throw new PipelineException("The input ended before everything was answered; nothing was written.", ExitCode.WrongInput);
        given.Remember(question.Id, answer);
        return answer;
    }
}
