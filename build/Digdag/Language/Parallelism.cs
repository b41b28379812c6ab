using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>The setting <c>_parallel</c>: a boolean, or a map with a limit.</summary>
/// <param name="Limit">How many at a time; 0 or less is no limit.</param>
public readonly record struct Parallelism(bool IsParallel, int Limit)
{
    private const string Key = "_parallel";

    public static Parallelism Of(JsonObject config)
    {
        if (!config.TryGetPropertyValue(Key, out var value))
        {
            return default;
        }

        return value?.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.String => new(config.GetBool(Key), 0),
            JsonValueKind.Object => new(true, config.GetNested(Key).GetInt("limit")),
            _ => throw new DigdagConfigException($"Invalid _parallel format: {JsonText.Of(value)}"),
        };
    }

    /// <summary>What a generating operator hands on to the group it generates.</summary>
    public static void CopyIfParallel(JsonObject from, JsonObject to)
    {
        if (Of(from).IsParallel)
        {
            to[Key] = from[Key]!.DeepClone();
        }
    }
}
