using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Templates;

/// <summary>What a template sees: parameters, and over them the values of its map that are evaluated already (spec §3.3).</summary>
internal sealed class TemplateScope(JsonObject parameters, JsonObject? evaluated = null)
{
    public string TimeZone => ConfigValue.GetString(parameters, "timezone", ZoneName.Utc);

    public bool TryGet(string name, out JsonNode? value) =>
        (evaluated is not null && evaluated.TryGetPropertyValue(name, out value)) ||
        parameters.TryGetPropertyValue(name, out value);

    public string ToJson() => JsonText.Of(evaluated is null ? parameters : parameters.Copy().SetAll(evaluated));
}
