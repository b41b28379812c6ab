using Cdp.Digdag.Language;
using Cdp.Digdag.Operators;

namespace Cdp.Digdag.Engine;

/// <summary>What digdag logs of the keys of a task that its operator did not read; the task goes on (digdag.md §1.5).</summary>
internal static class UnusedKeys
{
    private const double Tolerance = 0.5;

    public static void Tell(OperatorContext call, IReadOnlyList<string> used)
    {
        var type = call.Params.Text("_type");
        foreach (var (key, _) in call.Local)
        {
            if (key is "_type" || key == type + ">" || used.Contains(key))
            {
                continue;
            }

            var meant = Suggestion.For(key, used, Tolerance) is { Count: > 0 } words
                ? $" > Did you mean '[{string.Join(", ", words)}]'?"
                : "";
            call.Log.Error($"Parameter '{key}' is not used at task {call.TaskName}.{meant}");
        }
    }
}
