using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Runs;

/// <summary>Every decision, a person's or the policy's, can be read later in the events.</summary>
internal sealed class RecordedPrompt(IPrompt prompt, EventLog events) : IPrompt
{
    public async Task<string> AskAsync(Question question, CancellationToken cancellation)
    {
        var answer = await prompt.AskAsync(question, cancellation);
        events.Write("decided", new() { ["question"] = question.Id, ["answer"] = answer });
        return answer;
    }

    public Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation) => prompt.AskSecretAsync(text, cancellation);

    public Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation) => prompt.AskTextAsync(question, cancellation);
}
