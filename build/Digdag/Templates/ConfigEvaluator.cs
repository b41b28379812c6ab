using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Templates;

/// <summary>
/// Evaluates everything an operator task can see, once, from top to bottom (spec §3.3). A text at the top level, or in
/// a list there, sees what stands before it already evaluated; a text in a nested map sees the raw parameters and its
/// own siblings above. Keys, <c>_do</c> and <c>_else_do</c> stay as they are.
/// </summary>
public sealed class ConfigEvaluator(TemplateEngine engine)
{
    /// <param name="all">Parameters with the task's own keys merged over them; <c>_check</c> and <c>_error</c> taken out.</param>
    /// <param name="parameters">Exports, stores and session parameters with the runtime parameters over them, raw.</param>
    /// <exception cref="DigdagConfigException">With <see cref="DigdagConfigException.Key"/> naming the value.</exception>
    public JsonObject Evaluate(JsonObject all, JsonObject parameters) => Map(all, parameters, "");

    private JsonObject Map(JsonObject map, JsonObject parameters, string path)
    {
        var built = new JsonObject();
        var scope = new TemplateScope(parameters, built);
        foreach (var (key, value) in map)
        {
            built[key] = key is "_do" or "_else_do" ? value?.DeepClone() : Value(value, scope, parameters, Join(path, key));
        }

        return built;
    }

    private JsonNode? Value(JsonNode? value, TemplateScope scope, JsonObject parameters, string path) =>
        value switch
        {
            null => null,
            JsonObject map => Map(map, parameters, path),
            JsonArray list => new JsonArray([.. list.Select((item, i) => Value(item, scope, parameters, $"{path}[{i}]"))]),
            _ when value.GetValueKind() is JsonValueKind.String => Text(value.GetValue<string>(), scope, path),
            _ => value.DeepClone(),
        };

    private JsonNode Text(string text, TemplateScope scope, string path)
    {
        try
        {
            return JsonValue.Create(engine.Render(text, scope));
        }
        catch (DigdagConfigException ex)
        {
            throw new DigdagConfigException(ex.Message, ex.Words, ex.Position, ex) { Key = path };
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
