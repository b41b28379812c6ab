using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Digdag.Language;

/// <summary>The rules of a <c>.digdagignore</c>: gitignore syntax, the last rule that matches decides.</summary>
internal sealed class IgnoreRules
{
    private readonly ImmutableArray<Rule> _rules;

    private IgnoreRules(ImmutableArray<Rule> rules) => _rules = rules;

    public static IgnoreRules Parse(string text) =>
        new([.. text.Split('\n').Select(l => l.TrimEnd('\r')).Select(Rule.Parse).OfType<Rule>()]);

    /// <summary>Whether the entry itself is named; what lies in an ignored folder is never asked for.</summary>
    public bool Ignores(string path, bool isFolder)
    {
        for (var i = _rules.Length - 1; i >= 0; i--)
        {
            if (_rules[i].Matches(path, isFolder))
            {
                return !_rules[i].Keeps;
            }
        }

        return false;
    }

    private sealed record Rule(Regex Pattern, bool Keeps, bool FoldersOnly)
    {
        public static Rule? Parse(string line)
        {
            line = TrimEnd(line);
            if (line.Length == 0 || line[0] == '#')
            {
                return null;
            }

            var keeps = line[0] == '!';
            var glob = keeps ? line[1..] : line;
            var foldersOnly = glob.EndsWith('/');
            glob = glob.TrimEnd('/');
            if (glob.Length == 0)
            {
                return null;
            }

            var anchored = glob.Contains('/', StringComparison.Ordinal);
            var pattern = $@"\A{(anchored ? "" : "(?:.*/)?")}{Translate(glob.TrimStart('/'))}\z";
            return new(new Regex(pattern, RegexOptions.Singleline | RegexOptions.NonBacktracking), keeps, foldersOnly);
        }

        public bool Matches(string path, bool isFolder) => (isFolder || !FoldersOnly) && Pattern.IsMatch(path);

        /// <summary>Blanks at the end do not count unless written with a backslash.</summary>
        private static string TrimEnd(string line)
        {
            var trimmed = line.TrimEnd(' ');
            return trimmed.EndsWith('\\') && trimmed.Length < line.Length ? trimmed + " " : trimmed;
        }

        private static string Translate(string glob)
        {
            var regex = new StringBuilder();
            for (var i = 0; i < glob.Length; i++)
            {
                var rest = glob.AsSpan(i);
                if (rest.StartsWith("**/"))
                {
                    regex.Append("(?:.*/)?");
                    i += 2;
                }
                else if (rest.StartsWith("/**") && rest.Length == 3)
                {
                    regex.Append("/.+");
                    i += 2;
                }
                else if (rest[0] == '[' && rest[1..].IndexOf(']') is > 0 and var end)
                {
                    var set = rest.Slice(1, end).ToString().Replace(@"\", @"\\", StringComparison.Ordinal);
                    regex.Append('[').Append(set[0] is '!' or '^' ? $"^{set[1..]}" : set).Append(']');
                    i += end + 1;
                }
                else if (rest[0] == '\\' && rest.Length > 1)
                {
                    regex.Append(Regex.Escape(rest.Slice(1, 1).ToString()));
                    i++;
                }
                else
                {
                    regex.Append(rest[0] switch { '*' => "[^/]*", '?' => "[^/]", _ => Regex.Escape(rest[..1].ToString()) });
                }
            }

            return regex.ToString();
        }
    }
}
