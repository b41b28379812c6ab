using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Engine;

internal static class ConfigEvaluator
{
    public static JsonObject Evaluate(JsonObject all, JsonObject scope) => all.Copy();

    public static string EvaluateText(string text, JsonObject scope, string file) => text;
}
