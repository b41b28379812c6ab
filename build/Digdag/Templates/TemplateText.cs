using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Templates;

/// <summary>
/// A text cut at its <c>${…}</c> as digdag cuts it (spec §3.2): the end of an expression is found by counting braces,
/// whatever they stand in; <c>${secret:…}</c> and anything unclosed is text; <c>$$</c> in text is one dollar.
/// </summary>
internal sealed partial class TemplateText
{
    private TemplateText(string text, ImmutableArray<TemplatePart> parts)
    {
        Text = text;
        Parts = parts;
    }

    public string Text { get; }

    public ImmutableArray<TemplatePart> Parts { get; }

    public static bool IsTemplate(string text) => text.Contains('$', StringComparison.Ordinal);

    public static TemplateText Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var position = 0;
        while (position < text.Length)
        {
            var opening = Opening().Match(text, position);
            var start = opening.Success ? opening.Index : text.Length;
            AddText(parts, text[position..start]);
            if (!opening.Success)
            {
                break;
            }

            var end = ClosingBrace(text, start + 2);
            if (end < 0)
            {
                AddText(parts, text[start..]);
                break;
            }

            parts.Add(new(end > start + 2, text[(start + 2)..end]));
            position = end + 1;
        }

        return new(text, parts.ToImmutable());
    }

    /// <summary>The body of the function that digdag makes of the text, to the letter: error texts quote it by line and column.</summary>
    public string ToScript()
    {
        var script = new StringBuilder(
            "with(this){\nvar __t,__p='',__j=Array.prototype.join,print=function(){__p+=__j.call(arguments,'');};\n__p+='");
        foreach (var part in Parts)
        {
            if (part.IsExpression)
            {
                script.Append("'+\n((__t=(").Append(part.Text)
                    .Append("))==null?'':(typeof __t==\"string\"?__t:JSON.stringify(__t)))+\n'");
            }
            else
            {
                Escape(script, part.Text);
            }
        }

        return script.Append("';\nreturn __p;\n\n}\n").ToString();
    }

    private static void AddText(ImmutableArray<TemplatePart>.Builder parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new(false, text.Replace("$$", "$", StringComparison.Ordinal)));
        }
    }

    private static int ClosingBrace(string text, int from)
    {
        var open = 0;
        for (var i = from; i < text.Length; i++)
        {
            open += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (open < 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Escape(StringBuilder script, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' or '\\' => script.Append('\\').Append(c),
                '\r' => script.Append("\\r"),
                '\n' => script.Append("\\n"),
                '\u2028' => script.Append("\\u2028"),
                '\u2029' => script.Append("\\u2029"),
                _ => script.Append(c),
            };
        }
    }

    [GeneratedRegex(@"\$\{(?![a-z]+:)(?=[\s\S])")]
    private static partial Regex Opening();
}

/// <param name="IsExpression">False also for <c>${}</c>, which is the empty text.</param>
internal readonly record struct TemplatePart(bool IsExpression, string Text);
