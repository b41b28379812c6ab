using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Templates;

/// <summary>Java's regular expressions as far as .NET means the same by them; its replacement texts are translated.</summary>
internal static class JavaRegex
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>A longer text is on its way to fill the memory.</summary>
    private const long MaxText = 16 << 20;

    public static bool Matches(string text, string pattern) => Compile($@"\A(?:{pattern})\z").IsMatch(text);

    /// <param name="count">-1 for all.</param>
    public static string Replace(string text, string pattern, string replacement, int count)
    {
        var regex = Compile(pattern);
        long made = text.Length;
        return regex.Replace(
            text,
            match =>
            {
                var expanded = Expand(match, replacement, regex);
                made += expanded.Length;
                return made <= MaxText ? expanded : throw new Jint.Runtime.MemoryLimitExceededException($"a text of more than {MaxText} characters");
            },
            count);
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant, Limit);

    /// <summary><c>$1</c> is a group, as long as there is one of that number; a backslash takes the next sign as it is.</summary>
    private static string Expand(Match match, string replacement, Regex regex)
    {
        var result = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] == '\\' && i + 1 < replacement.Length)
            {
                result.Append(replacement[++i]);
            }
            else if (replacement[i] == '$' && i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]))
            {
                var group = replacement[++i] - '0';
                while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) &&
                       regex.GetGroupNumbers().Contains((group * 10) + replacement[i + 1] - '0'))
                {
                    group = (group * 10) + replacement[++i] - '0';
                }

                result.Append(match.Groups[group].Value);
            }
            else
            {
                result.Append(replacement[i]);
            }
        }

        return result.ToString();
    }
}
