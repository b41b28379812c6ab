using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Steps;

/// <summary>A key that is not accepted, or may not do something, is a person's matter: retry, another key, or abort.</summary>
/// <remarks>A step that begins again goes on where it was, so it may be asked for as a whole.</remarks>
internal sealed class KeyQuestion(RunParts parts)
{
    private readonly Questions _questions = new(parts.Pipeline.Config.On);

    public async Task<StepResult> AskedAsync(Cell cell, Func<Task<StepResult>> act, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (PlatformException ex) when (ex.Fault is Fault.Unauthorized or Fault.Forbidden)
            {
                var title = cell.Step is Step.Deploy ? "Deployment failed" : $"{cell} failed";
                switch (await parts.Prompt.AskAsync(_questions.Unauthorised(title, ex.Message, tries), cancellation))
                {
                    case Answer.Retry:
                        break;
                    case Answer.Key when parts.UseKey is { } use:
                        use(await parts.Prompt.AskSecretAsync("Your API key", cancellation) ?? throw new PlatformException(ex.Fault, ex.Message, ex.Details, ex));
                        break;
                    default:
                        throw;
                }
            }
        }
    }
}
