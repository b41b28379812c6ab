using System.Globalization;
using Cdp.Yaml;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>Single values: texts, numbers, flags, words of an enum, spans of time.</summary>
internal sealed class ScalarBinder(BindingReport report)
{
    public object? Bind(YamlScalar node, Type type, ConfigRules rules, string path) => type switch
    {
        _ when type == typeof(string) => Text(node, rules, path),
        _ when type == typeof(bool) => Flag(node, path),
        _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => Number(node, type, rules, path),
        _ when type == typeof(TimeSpan) => Duration(node, path),
        _ when type.IsEnum => Word(node, type, path),
        _ => throw new ArgumentException($"A configuration cannot hold a {type}."),
    };

    /// <summary>For messages and the manual.</summary>
    public static string Named(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(TimeSpan) => "a span of time such as 200ms, 30s, 5m or 2h",
        _ when type.IsEnum => Choices(type),
        _ => "a text",
    };

    private string? Text(YamlScalar node, ConfigRules rules, string path)
    {
        if (node.IsPlain && PlainScalar.KindOf(node.Text) is not PlainKind.Text)
        {
            return Refuse<string>(node, $"{path} must be a text, but {node.Text} is not one to YAML. Write \"{node.Text}\".");
        }

        return rules.Text is { } rule && !rule.Accepts(node.Text)
            ? Refuse<string>(node, $"'{node.Text}' cannot be used for {path}. Write {rule.Meaning}.")
            : node.Text;
    }

    private object? Flag(YamlScalar node, string path) => node switch
    {
        { IsPlain: true, Text: "true" } => true,
        { IsPlain: true, Text: "false" } => false,
        _ => Wrong(node, typeof(bool), path),
    };

    private object? Number(YamlScalar node, Type type, ConfigRules rules, string path)
    {
        var styles = type == typeof(double) ? NumberStyles.Float : NumberStyles.AllowLeadingSign;
        if (!node.IsPlain
            || !double.TryParse(node.Text, styles, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
            || (type == typeof(int) && number is < int.MinValue or > int.MaxValue))
        {
            return Wrong(node, type, path);
        }

        return rules.Between is { } range && (number < range.Minimum || number > range.Maximum)
            ? Refuse<object>(node, string.Create(
                CultureInfo.InvariantCulture,
                $"{path} is {node.Text}; it must be between {range.Minimum} and {range.Maximum}."))
            : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
    }

    private object? Duration(YamlScalar node, string path) =>
        Durations.TryParse(node.Text, out var span) ? span : Wrong(node, typeof(TimeSpan), path);

    private object? Word(YamlScalar node, Type type, string path)
    {
        foreach (var value in Enum.GetValues(type).Cast<Enum>())
        {
            if (SnakeCase.Of(value) == node.Text)
            {
                return value;
            }
        }

        var words = Enum.GetValues(type).Cast<Enum>().Select(SnakeCase.Of);
        return Refuse<object>(
            node, $"{path} must be {Choices(type)}, but here is '{node.Text}'.{Suggestion.For(node.Text, words)}");
    }

    private static string Choices(Type type)
    {
        var words = Enum.GetValues(type).Cast<Enum>().Select(SnakeCase.Of).ToArray();
        return words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }

    private object? Wrong(YamlScalar node, Type type, string path) =>
        Refuse<object>(node, $"{path} must be {Named(type)}, but here is {(node.IsPlain ? node.Text : $"the text \"{node.Text}\"")}.");

    private T? Refuse<T>(YamlScalar node, string message)
        where T : class
    {
        report.Problem(node.Position, message);
        return null;
    }
}
