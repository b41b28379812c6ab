using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed partial class WaitOperator : IOperator
{
    private const string Started = "wait_start_time_millis";

    public bool Retries => false;

    public IReadOnlyList<string>? Options { get; } = ["_command", "blocking", "poll_interval"];

    public async ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        var duration = Duration(context.Params.Node("_command"))
            ?? throw TaskFailure.Config("Invalid configuration");
        var poll = context.Params.Has("poll_interval") ? Duration(context.Params.Node("poll_interval")) : null;
        if (context.Params.Bool("blocking", false))
        {
            if (poll is not null)
            {
                throw TaskFailure.Config("poll_interval can't be specified with blocking:true");
            }

            await Task.Delay(duration, context.Options.Time, cancellation);
            return TaskResult.Empty;
        }

        var now = context.Options.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var start = context.State[Started] is JsonValue value ? value.GetValue<long>() : now;
        var left = start + (long)duration.TotalMilliseconds - now;
        if (left <= 0)
        {
            context.Log.Info($"wait finished. start:{DateTimeOffset.FromUnixTimeMilliseconds(start):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
            return TaskResult.Empty;
        }

        var wait = poll is { } each && each.TotalMilliseconds < left ? each : TimeSpan.FromMilliseconds(left);
        return new RunAgain(wait, new JsonObject { [Started] = start });
    }

    public static TimeSpan? Duration(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() is not System.Text.Json.JsonValueKind.String)
        {
            return null;
        }

        var match = Grammar().Match(value.GetValue<string>());
        return match.Success && match.Length > 0
            ? new TimeSpan(Part(match, "d"), Part(match, "h"), Part(match, "m"), Part(match, "s"))
            : null;
    }

    private static int Part(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?:(?<d>\d+)\s*d)?\s*(?:(?<h>\d+)\s*h)?\s*(?:(?<m>\d+)\s*m)?\s*(?:(?<s>\d+)\s*s)?\s*$")]
    private static partial Regex Grammar();
}
