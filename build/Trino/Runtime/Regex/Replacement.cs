using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cdp.Trino.Runtime.Regex;

/// <summary>
/// Writes a replacement: <c>$1</c> (as many digits as name a group), <c>${name}</c>, and a backslash takes the next
/// character as it is. A group that did not take part gives nothing.
/// </summary>
internal static class Replacement
{
    public static void Append(StringBuilder output, string replacement, Match match, JavaPattern pattern)
    {
        for (var at = 0; at < replacement.Length;)
        {
            var mark = replacement[at++];
            if (mark is not ('$' or '\\'))
            {
                output.Append(mark);
            }
            else if (at == replacement.Length)
            {
                throw TrinoFailure.InvalidArgument($"Illegal replacement sequence: {replacement}");
            }
            else if (mark == '\\')
            {
                output.Append(replacement[at++]);
            }
            else
            {
                output.Append(match.Groups[replacement[at] == '{' ? Named(replacement, ref at, pattern) : Numbered(replacement, ref at, pattern)].Value);
            }
        }
    }

    private static int Named(string replacement, ref int at, JavaPattern pattern)
    {
        var end = replacement.IndexOf('}', at);
        var name = end < 0 ? "" : replacement[(at + 1)..end];
        var group = end < 0 ? -1 : pattern.GroupNames.ToList().IndexOf(name);
        at = end + 1;
        return group >= 0
            ? group + 1
            : throw TrinoFailure.InvalidArgument($"Illegal replacement sequence: unknown group {{ {name} }}");
    }

    private static int Numbered(string replacement, ref int at, JavaPattern pattern)
    {
        if (!char.IsAsciiDigit(replacement[at]))
        {
            throw TrinoFailure.InvalidArgument($"Illegal replacement sequence: {replacement}");
        }

        var group = replacement[at++] - '0';
        if (group > pattern.GroupCount)
        {
            throw TrinoFailure.InvalidArgument(string.Create(
                CultureInfo.InvariantCulture, $"Illegal replacement sequence: unknown group {group}"));
        }

        while (at < replacement.Length && char.IsAsciiDigit(replacement[at])
            && (group * 10) + replacement[at] - '0' <= pattern.GroupCount)
        {
            group = (group * 10) + replacement[at++] - '0';
        }

        return group;
    }
}
