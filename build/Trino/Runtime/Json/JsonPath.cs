using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Json;

/// <summary>
/// The path language of json_extract: <c>$</c>, then names (<c>.a</c>, <c>["a b"]</c>) and places (<c>[0]</c>, <c>.0</c>).
/// A step is a name in an object and, where it is a number, a place in an array.
/// </summary>
internal sealed class JsonPath
{
    private readonly List<string> _steps = [];

    public JsonPath(string path)
    {
        if (!path.StartsWith('$'))
        {
            throw Invalid(path);
        }

        for (var at = 1; at < path.Length;)
        {
            _steps.Add(path[at] switch
            {
                '.' => Name(path, at + 1, ':', out at),
                '[' => Subscript(path, at + 1, out at),
                _ => throw Invalid(path),
            });
        }
    }

    /// <summary>Leaves the scanner at the value, or says that there is none. <see cref="BadJson"/> where a step meets a scalar.</summary>
    public bool Find(JsonScanner scanner) => Find(scanner, 0);

    private bool Find(JsonScanner scanner, int step)
    {
        if (step == _steps.Count)
        {
            return true;
        }

        var found = false;
        switch (scanner.Peek())
        {
            case '{':
                scanner.Members(name => name != _steps[step] ? Skip(scanner) : Into(scanner, step, ref found));
                return found;
            case '[':
                var index = int.TryParse(_steps[step], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : -1;
                var current = 0;
                scanner.Elements(() => current++ != index ? Skip(scanner) : Into(scanner, step, ref found));
                return found;
            default:
                throw new BadJson();
        }
    }

    private bool Into(JsonScanner scanner, int step, ref bool found)
    {
        found = Find(scanner, step + 1);
        return false;
    }

    private static bool Skip(JsonScanner scanner)
    {
        scanner.SkipValue();
        return true;
    }

    private static string Subscript(string path, int at, out int next)
    {
        string step;
        if (at < path.Length && path[at] == '"')
        {
            step = Quoted(path, at + 1, out next);
        }
        else
        {
            step = Name(path, at, '_', out next);
        }

        _ = next < path.Length && path[next] == ']' ? next++ : throw Invalid(path);
        return step;
    }

    private static string Name(string path, int start, char extra, out int next)
    {
        next = start;
        while (next < path.Length && (path[next] == '_' || path[next] == extra || char.IsLetterOrDigit(path[next])))
        {
            next++;
        }

        return next > start ? path[start..next] : throw Invalid(path);
    }

    private static string Quoted(string path, int at, out int next)
    {
        var step = new StringBuilder();
        for (; at < path.Length && path[at] != '"'; at++)
        {
            if (path[at] == '\\')
            {
                _ = ++at < path.Length && path[at] is '"' or '\\' ? true : throw Invalid(path);
            }

            step.Append(path[at]);
        }

        next = at < path.Length ? at + 1 : throw Invalid(path);
        return step.ToString();
    }

    private static TrinoFailure Invalid(string path) => TrinoFailure.InvalidArgument($"Invalid JSON path: '{path}'");
}
