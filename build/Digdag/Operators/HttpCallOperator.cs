using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>Runs the workflow that an HTTP service answers with.</summary>
internal sealed class HttpCallOperator : IOperator
{
    private const string FileName = "http_call.dig";

    public bool HasEffects => true;

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var requests = new HttpRequests(context);
        var (answer, again) = await requests.SendAsync(requests.Params.Text("_command"), isSecret: false, cancellation);
        if (answer is null)
        {
            return again!;
        }

        if (answer.Body.Length > HttpOperator.MaxStored)
        {
            throw new TaskFailure($"Response content too large: {answer.Body.Length} > {HttpOperator.MaxStored}");
        }

        var type = requests.Params.TextOrNull("content_type_override") is { Length: > 0 } given
            ? given
            : answer.MediaType?.ToString()
                ?? throw new TaskFailure("Content-Type must be set in the HTTP response but not set");
        if (type.Split(';')[0].Trim() is not ("application/json" or "application/x-yaml"))
        {
            throw new TaskFailure($"Unsupported Content-Type (expected application/json or application/x-yaml): {answer.MediaType?.MediaType}");
        }

        context.Log.Info($"Fetched definition for http_call>:\n{answer.Body}");
        return new TaskResult { Subtasks = DigdagLanguage.WorkflowOf(answer.Body, context.Workspace.Relative(FileName)) };
    }
}
