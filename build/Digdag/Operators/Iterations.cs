using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>The common end of all loops: one copy of <c>_do</c> for each iteration, under <c>^sub</c>.</summary>
internal static class Iterations
{
    private const int Limit = 1000;

    public static JsonObject Body(OperatorContext context) =>
        context.Params.Map("_do");

    public static void Check(string loop, long count)
    {
        if (count > Limit)
        {
            throw TaskFailure.Config($"Too many {loop} subtasks. Limit: {Limit}");
        }
    }

    /// <param name="context">Of the loop.</param>
    /// <param name="iterations">Name of each child and what it exports.</param>
    public static TaskResult Of(OperatorContext context, IEnumerable<(string Name, JsonObject Export)> iterations)
    {
        var body = Body(context);
        var subtasks = new JsonObject();
        foreach (var (name, export) in iterations)
        {
            var child = (JsonObject)body.DeepClone();
            child["_export"] = Params.Merged(child["_export"] as JsonObject, export);
            subtasks[name] = child;
        }

        if (subtasks.Count > 0 && context.Params.Node("_parallel") is { } parallel)
        {
            subtasks["_parallel"] = parallel.DeepClone();
        }

        return new() { Subtasks = subtasks };
    }
}
