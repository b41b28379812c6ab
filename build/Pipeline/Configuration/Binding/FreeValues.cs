using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>Parts whose keys are somebody else's, such as a connector's parameters, as JSON.</summary>
internal sealed class FreeValues(BindingReport report)
{
    public JsonObject Map(YamlMapping map)
    {
        var json = new JsonObject();
        foreach (var entry in map.Entries)
        {
            var key = (entry.Key as YamlScalar)?.Text;
            if (key is null)
            {
                report.Problem(entry.Key.Position, "A key must be a text.");
            }
            else if (!json.TryAdd(key, Value(entry.Value)))
            {
                report.Problem(entry.Key.Position, $"The key '{key}' is written twice.");
            }
        }

        return json;
    }

    public JsonNode? Value(YamlNode node) => node switch
    {
        YamlMapping map => Map(map),
        YamlSequence list => new JsonArray([.. list.Items.Select(Value)]),
        YamlScalar { IsPlain: true } scalar => Plain(scalar.Text),
        _ => JsonValue.Create(((YamlScalar)node).Text),
    };

    /// <remarks>A number too long for 64 bits stays a text, so that no digit is lost.</remarks>
    private static JsonValue? Plain(string text) => PlainScalar.KindOf(text) switch
    {
        PlainKind.Null => null,
        PlainKind.Flag => JsonValue.Create(text is "true" or "True" or "TRUE"),
        PlainKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        PlainKind.Fraction => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };
}
