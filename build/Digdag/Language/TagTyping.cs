using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Yaml;

namespace Cdp.Digdag.Language;

/// <summary>Scalars with an explicit tag of YAML: <c>!!str 5</c>, <c>!!binary …</c>.</summary>
internal static class TagTyping
{
    public const string Prefix = "tag:yaml.org,2002:";

    public static JsonNode? Scalar(YamlScalar node) =>
        node.Tag switch
        {
            null or "!" => node.IsPlain ? ScalarTyping.Implicit(node.Text) : JsonValue.Create(node.Text),
            Prefix + "str" => JsonValue.Create(node.Text),
            Prefix + "null" => null,
            Prefix + "int" => ScalarTyping.Int(node.Text) ?? throw Invalid(node, "an integer"),
            Prefix + "float" => ScalarTyping.Float(node.Text) ?? throw Invalid(node, "a number"),
            Prefix + "bool" => Bool(node),
            Prefix + "binary" => Binary(node),
            Prefix + "timestamp" => Timestamp(node),
            _ => throw Unknown(node),
        };

    public static DigdagConfigException Unknown(YamlNode node) =>
        new($"could not determine a constructor for the tag {node.Tag}", DigdagConfigException.ModelValidation, node.Position);

    private static JsonNode Bool(YamlScalar node) =>
        node.Text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => JsonValue.Create(true),
            "false" or "no" or "off" => JsonValue.Create(false),
            _ => throw Invalid(node, "true or false"),
        };

    private static JsonNode Binary(YamlScalar node)
    {
        var text = string.Concat(node.Text.Where(c => !char.IsWhiteSpace(c)));
        return Convert.TryFromBase64String(text, new byte[text.Length], out _)
            ? JsonValue.Create(text)
            : throw Invalid(node, "base64 text");
    }

    /// <summary>Java's date becomes milliseconds when it passes through JSON.</summary>
    private static JsonNode Timestamp(YamlScalar node) =>
        DateTimeOffset.TryParse(
            node.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? JsonValue.Create(time.ToUnixTimeMilliseconds())
            : throw Invalid(node, "a time");

    private static DigdagConfigException Invalid(YamlScalar node, string wanted) =>
        new($"'{node.Text}' with the tag {node.Tag} is not {wanted}", DigdagConfigException.ModelValidation, node.Position);
}
