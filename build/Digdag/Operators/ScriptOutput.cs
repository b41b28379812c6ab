using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>What a script left in its output file.</summary>
internal static class ScriptOutput
{
    public static TaskResult Result(JsonObject output) => new()
    {
        Subtasks = output["subtask_config"] as JsonObject,
        Export = output["export_params"] as JsonObject,
        Store = output["store_params"] as JsonObject,
    };

    public static TaskFailure Failure(string kind, int exit, JsonObject? output)
    {
        var language = kind is "py" ? "Python" : "Ruby";
        var message = $"{language} command failed with code {exit}";
        if (output?["error"] is JsonObject error)
        {
            var trace = (error["backtrace"] as JsonArray ?? []).Select(line => $"\n\tfrom {line}");
            message += $"\nError messages from {language.ToLowerInvariant()}: {error["message"]} ({error["class"]}){string.Concat(trace)}";
        }

        return TaskFailure.Runtime(message);
    }
}
