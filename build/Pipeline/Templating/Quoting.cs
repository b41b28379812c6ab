using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Templating;

/// <summary>Text that means itself in SQL, in YAML and to digdag.</summary>
public static partial class Quoting
{
    /// <summary>An identifier of Trino: <c>"order"</c>.</summary>
    public static string SqlName(string name) =>
        Digdag($"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    /// <summary>An identifier of Hive: <c>`order`</c>.</summary>
    public static string HiveName(string name) =>
        Digdag($"`{name.Replace("`", "``", StringComparison.Ordinal)}`");

    /// <summary>A literal of Trino: <c>'it''s'</c>.</summary>
    public static string SqlText(string text) =>
        Digdag($"'{text.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>A literal of Hive, which knows backslashes: <c>'it\'s'</c>.</summary>
    public static string HiveText(string text) => Digdag(
        $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'");

    /// <summary>Text that comes out of digdag's one pass of <c>${}</c> as it is here (spec, digdag.md on <c>$$</c>).</summary>
    /// <remarks><c>$$</c> becomes <c>$</c>, so it is doubled; <c>$${</c> is no escape, so the dollar is computed.</remarks>
    public static string Digdag(string text) => Dollars().Replace(text, match =>
    {
        var dollars = match.Groups["dollars"].Length;
        return match.Groups["open"].Success ? new string('$', 2 * (dollars - 1)) + "${'$'}{"
            : dollars > 1 ? new string('$', 2 * dollars)
            : match.Value;
    });

    /// <summary>A YAML scalar that is this text: plain where nobody could misread it, else in double quotes.</summary>
    public static string Yaml(string text) =>
        Plain().IsMatch(text) && !Word().IsMatch(text) ? text : DoubleQuoted(text);

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"(?<dollars>\$+)(?<open>\{(?![a-z]+:))?")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_./-]*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A(?:true|false|yes|no|on|off|y|n|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
