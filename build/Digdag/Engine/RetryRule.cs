using System.Text.Json.Nodes;
using Cdp.Digdag.Operators;

namespace Cdp.Digdag.Engine;

/// <summary>A parsed <c>_retry</c> with the number of retries that a task has used (digdag.md §4.2).</summary>
internal sealed record RetryRule(int Limit, int Interval, bool Exponential, int? MaxInterval, int Used)
{
    private const string Counter = "retry_count";

    public bool HasMore => Limit > Used;

    /// <summary>Seconds to wait before the next run.</summary>
    public int NextInterval
    {
        get
        {
            if (!Exponential)
            {
                return Interval;
            }

            var grown = (int)Math.Min(Interval * Math.Pow(2, Used), int.MaxValue);
            return MaxInterval is { } max ? Math.Min(grown, max) : grown;
        }
    }

    public static RetryRule Of(JsonObject config, JsonObject? stateParams)
    {
        var used = stateParams?[Counter] is JsonValue count ? count.GetValue<int>() : 0;
        var reader = new ParamReader(config);
        switch (config["_retry"])
        {
            case null when !config.ContainsKey("_retry"):
                return new(0, 0, false, null, used);
            case JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number or System.Text.Json.JsonValueKind.String:
                return new(reader.Int("_retry"), 0, false, null, used);
            case JsonObject map:
                var options = new ParamReader(map);
                return new(
                    options.Int("limit"),
                    options.Int("interval", 0),
                    IsExponential(options.Text("interval_type", "constant")),
                    options.Has("max_interval") ? options.Int("max_interval") : null,
                    used);
            default:
                throw TaskFailure.Config($"Invalid _retry format:{config["_retry"]?.ToJsonString() ?? "null"}");
        }
    }

    public JsonObject NextState(JsonObject? stateParams)
    {
        var next = Params.Clone(stateParams);
        next[Counter] = Used + 1;
        return next;
    }

    private static bool IsExponential(string type) => type.ToLowerInvariant() switch
    {
        "constant" => false,
        "exponential" => true,
        _ => throw TaskFailure.Config($"Invalid retry_interval_type: {type}"),
    };
}
