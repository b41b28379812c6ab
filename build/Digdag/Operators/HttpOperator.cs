using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class HttpOperator : IOperator
{
    public const int MaxStored = 65536;

    public bool HasEffects => true;

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var requests = new HttpRequests(context);
        var secret = context.Secrets.Find("http.uri");
        var uri = secret ?? requests.Params.Text("_command");
        var store = requests.Params.Bool("store_content", false);
        var (answer, again) = await requests.SendAsync(uri, isSecret: secret is not null, cancellation);
        if (answer is null)
        {
            return again!;
        }

        var http = new JsonObject { ["last_status"] = (int)answer.Status };
        if (store)
        {
            http["last_content"] = answer.Body.Length <= MaxStored
                ? answer.Body
                : throw new TaskFailure($"Response content too large: {answer.Body.Length} > {MaxStored}");
        }

        return new TaskResult
        {
            Reset = store ? ["http.last_status", "http.last_content"] : ["http.last_status"],
            Store = new JsonObject { ["http"] = http },
        };
    }
}
