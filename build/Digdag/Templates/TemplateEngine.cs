using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Templates;

/// <summary>Evaluates <c>${…}</c> in texts. One instance serves all tasks at once; it keeps what it has parsed.</summary>
public sealed class TemplateEngine(TemplateLimits? limits = null)
{
    private const int MaxKept = 5_000;

    private readonly ConcurrentDictionary<string, Parsed> _parsed = new(StringComparer.Ordinal);
    private readonly JsEngine _engine = new(limits ?? new());

    /// <exception cref="DigdagConfigException">An expression is wrong, or undefined, or ran away.</exception>
    public string Render(string text, JsonObject parameters) => Render(text, new TemplateScope(parameters));

    /// <summary>The text of a query or a configuration file; errors name the file.</summary>
    public string RenderFile(string text, string file, JsonObject parameters)
    {
        try
        {
            return Render(text, parameters);
        }
        catch (DigdagConfigException ex)
        {
            throw new DigdagConfigException($"{ex.Message} in {file}", ex.Words, ex.Position, ex);
        }
    }

    internal string Render(string text, TemplateScope scope)
    {
        if (!TemplateText.IsTemplate(text))
        {
            return text;
        }

        var parsed = Parse(text);
        try
        {
            return Plain(parsed.Text, scope) ?? _engine.Run(parsed.Script.Value, scope);
        }
        catch (Exception ex) when (ex is JsSyntaxException or JsEvaluationException)
        {
            throw new DigdagConfigException($"Failed to evaluate a variable {text} ({ex.Message})", innerException: ex);
        }
    }

    private static string? Plain(TemplateText text, TemplateScope scope)
    {
        var result = new StringBuilder();
        foreach (var part in text.Parts)
        {
            if (!part.IsExpression)
            {
                result.Append(part.Text);
            }
            else if (PlainPath.TryRead(part.Text, scope, out var value))
            {
                result.Append(value);
            }
            else
            {
                return null;
            }
        }

        return result.ToString();
    }

    private Parsed Parse(string text)
    {
        if (_parsed.Count > MaxKept)
        {
            _parsed.Clear();
        }

        return _parsed.GetOrAdd(text, static t =>
        {
            var template = TemplateText.Parse(t);
            return new(template, new(() => TemplateScript.Of(template)));
        });
    }

    private sealed record Parsed(TemplateText Text, Lazy<TemplateScript> Script);
}
