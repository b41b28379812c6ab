using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>A person who answers as the script says, each answer once, and is asked nothing else.</summary>
/// <param name="script"><c>question: answer</c>, in the order of the questions.</param>
internal sealed class ScriptedPrompt(params string[] script) : IPrompt
{
    private readonly Queue<string> _script = new(script);

    public List<Question> Asked { get; } = [];

    /// <summary>Called when a question is asked, before it is answered.</summary>
    public Action<Question> Meanwhile { get; set; } = _ => { };

    public Queue<string> Typed { get; } = new();

    public bool IsOver => _script.Count == 0;

    public Task<string> AskAsync(Question question, CancellationToken cancellation)
    {
        Asked.Add(question);
        Meanwhile(question);
        var expected = _script.TryDequeue(out var line) ? line : throw new InvalidOperationException($"Nobody expected {question.Id}: {question.Text}");
        var answer = expected.Split(": ");
        Assert.Equal(answer[0], question.Id);
        Assert.Contains(question.Choices, c => c.Key == answer[1]);
        return Task.FromResult(answer[1]);
    }

    public Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation) =>
        Task.FromResult<Secret?>(Typed.TryDequeue(out var value) ? new Secret(value) : null);

    /// <summary>What was refused before an answer would do.</summary>
    public List<string> Refused { get; } = [];

    public Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation)
    {
        while (true)
        {
            var expected = _script.TryDequeue(out var line) ? line : throw new InvalidOperationException($"Nobody expected {question.Id}: {question.Text}");
            var answer = expected.Split(": ", 2);
            Assert.Equal(answer[0], question.Id);
            var meant = question.Meant(answer[1]);
            if (question.WhyNot(meant) is not { } problem)
            {
                return Task.FromResult<string?>(meant);
            }

            Refused.Add(problem);
        }
    }
}
