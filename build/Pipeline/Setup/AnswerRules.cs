using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Yaml;

namespace Cdp.Pipeline.Setup;

/// <summary>What answers must be like, in the same rules as the configuration's, each refusal a sentence.</summary>
internal static class AnswerRules
{
    public static string? Anything(string text) => null;

    public static Func<string, string?> Of(TextRuleAttribute rule) =>
        text => rule.Accepts(text) ? null : $"'{text}' cannot be used here. Write {rule.Meaning}.";

    /// <summary>The rule that the configuration's own property has.</summary>
    public static Func<string, string?> Of<TConfig>(string property) =>
        Of(typeof(TConfig).GetProperty(property)!.GetCustomAttribute<TextRuleAttribute>()!);

    /// <summary>Every word of a list is right and none is there twice.</summary>
    public static Func<string, string?> Each(Func<string, string?> one) => text =>
    {
        var items = Answers.Items(text);
        return items.Length == 0 ? "Name at least one."
            : items.Select(one).FirstOrDefault(problem => problem is not null)
                ?? items.GroupBy(i => i, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"'{g.Key}' is named twice.").FirstOrDefault();
    };

    public static Func<string, string?> OneOf(IReadOnlyCollection<string> known) => text =>
        known.Contains(text) ? null : $"There is no '{text}'.{Suggestion.For(text, known)} There are {string.Join(", ", known)}.";

    /// <summary>A day alone means its beginning.</summary>
    public static string WholeMoment(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? $"{text}T00:00:00.000000" : text;

    public static string? Moment(string text) => DateTime.TryParseExact(
        WholeMoment(text), ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? null
        : $"'{text}' is not a point in time. Write it as 2024-01-31 or 2024-01-31T10:00:00.000000; it is UTC.";

    public static Func<string, string?> After(string? begin) => text =>
        Moment(text) ?? (begin is not null && string.CompareOrdinal(WholeMoment(text), begin) <= 0
            ? $"History would end ({text}) before it begins ({begin})."
            : null);

    /// <summary><c>email=email_std, customer_id=id</c></summary>
    public static Func<string, string?> KeyColumns(IReadOnlyCollection<string> keys) => Each(text =>
        text.Contains('=', StringComparison.Ordinal)
            ? OneOf(keys)(KeyColumn(text).Key) ?? Of(new ColumnNameAttribute())(KeyColumn(text).Column)
            : $"'{text}' does not say KEY=COLUMN, as email=email_std.");

    public static (string Key, string Column) KeyColumn(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return (parts[0], parts[1]);
    }

    /// <summary>The value of a connector's parameter as it was typed: a list may be words with commas, a map is in braces.</summary>
    /// <exception cref="FormatException">It is not of the type at all; the message is for the person.</exception>
    public static JsonNode? Value(ConnectorQuestion question, string text) => question.Type switch
    {
        ParameterType.Integer => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : text,
        ParameterType.Boolean => text switch { "true" => true, "false" => false, _ => text },
        ParameterType.List when !text.StartsWith('[') => new JsonArray([.. Answers.Items(text).Select(i => JsonValue.Create(i))]),
        ParameterType.List or ParameterType.Map => Flow(text),
        _ => text,
    };

    public static Func<string, string?> Parameter(Connector connector, ConnectorQuestion question, Func<string, string?> further) => text =>
    {
        try
        {
            return ConnectorReview.WhyNot(connector, question.Parameter, Value(question, text)) ?? further(text);
        }
        catch (FormatException ex)
        {
            return ex.Message;
        }
    };

    public static JsonObject Map(string text) =>
        Flow(text) as JsonObject ?? throw new FormatException($"'{text}' is not a map. Write it as {{key: value, other: value}}.");

    private static JsonNode? Flow(string text)
    {
        try
        {
            BindingReport report = new();
            var value = YamlDocument.Read(text, "answer") is { } node ? new FreeValues(report).Value(node) : null;
            return report.HasProblems ? throw new FormatException($"'{text}' names a key twice.") : value;
        }
        catch (YamlSyntaxException ex)
        {
            throw new FormatException($"'{text}' cannot be read: {ex.Message.TrimEnd('.')}. Write a list as [a, b] and a map as {{key: value}}.", ex);
        }
    }
}
