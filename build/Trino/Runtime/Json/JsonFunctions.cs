using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Json;

/// <summary>The json_… functions. A value of type json is its text.</summary>
internal sealed class JsonFunctions
{
    private const int Remembered = 1024;
    private readonly ConcurrentDictionary<string, JsonPath> _paths = new(StringComparer.Ordinal);

    public static void AddTo(IScalarFunctionSink sink)
    {
        var functions = new JsonFunctions();
        sink.Add<string, string>("json_parse", Parse);
        sink.Add<string, string>("json_string", JsonText.Quote);
        sink.Add<double, string>("json_double", JsonText.Number);
        sink.Add<float, string>("json_real", value => float.IsFinite(value) ? JavaNumbers.ToText(value) : $"\"{JavaNumbers.ToText(value)}\"");
        sink.Add<string, bool>("is_json_scalar", IsScalar);
        sink.Add<string, string, string?>("json_extract", functions.Extract);
        sink.Add<string, string, string?>("json_extract_scalar", functions.ExtractScalar);
        sink.Add<string, string, long?>("json_size", functions.Size);
        sink.Add<string, long?>("json_array_length", text => Whole(text, scanner => Count(scanner, '[')));
        sink.Add<string, long, string?>("json_array_get", Get);
        sink.Add<string, bool, bool?>("json_array_contains", (text, value) => Contains(text, token => token == (value ? "true" : "false")));
        sink.Add<string, long, bool?>("json_array_contains", (text, value) => Contains(text, token =>
            long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number == value));
        sink.Add<string, double, bool?>("json_array_contains", (text, value) => !double.IsFinite(value) ? false : Contains(text, token =>
            token.AsSpan().IndexOfAny('.', 'e', 'E') > 0 && char.IsAsciiDigit(token[^1])
            && double.Parse(token, CultureInfo.InvariantCulture).Equals(value)));
        sink.Add<string, string, bool?>("json_array_contains", (text, value) => Contains(text, token => token[0] == '"' && token[1..] == value));
        JsonCasts.AddTo(sink);
    }

    private static string Parse(string text)
    {
        try
        {
            return JsonText.Canonical(text);
        }
        catch (BadJson)
        {
            throw TrinoFailure.InvalidArgument($"Cannot convert value to JSON: '{text}'");
        }
    }

    private static bool IsScalar(string text)
    {
        try
        {
            var scanner = new JsonScanner(text);
            var scalar = scanner.Peek() is not ('{' or '[');
            scanner.SkipValue();
            scanner.End();
            return scalar;
        }
        catch (BadJson)
        {
            throw TrinoFailure.InvalidArgument($"Invalid JSON value: {text}");
        }
    }

    private string? Extract(string text, string path) => At(text, path, scanner =>
    {
        var output = new StringBuilder();
        JsonText.Copy(scanner, output, sorted: false);
        return output.ToString();
    });

    private string? ExtractScalar(string text, string path) => At(text, path, scanner => scanner.Peek() switch
    {
        '{' or '[' => null,
        '"' => scanner.String(),
        _ => scanner.Bare() is var token and not "null" ? token : null,
    });

    private long? Size(string text, string path) => At(text, path, scanner => scanner.Peek() switch
    {
        '[' => Count(scanner, '['),
        '{' => Count(scanner, '{'),
        _ => scanner.Peek() == '"' ? scanner.String().Length * 0L : scanner.Bare().Length * 0L,
    });

    private static long? Count(JsonScanner scanner, char kind)
    {
        if (scanner.Peek() != kind)
        {
            return null;
        }

        var count = 0L;
        bool Next()
        {
            count++;
            scanner.SkipValue();
            return true;
        }

        _ = kind == '[' ? scanner.Elements(Next) : scanner.Members(_ => Next());
        return count;
    }

    private static string? Get(string text, long index) => Whole(text, scanner =>
    {
        if (scanner.Peek() != '[')
        {
            return null;
        }

        List<string?> elements = [];
        scanner.Elements(() =>
        {
            var output = new StringBuilder();
            switch (scanner.Peek())
            {
                case '{' or '[':
                    JsonText.Copy(scanner, output, sorted: false);
                    elements.Add(output.ToString());
                    break;
                case '"':
                    // Trino hands out a text without its quotation marks, and a number as it is written
                    elements.Add(scanner.String());
                    break;
                default:
                    elements.Add(scanner.Bare() is var token and not "null" ? token : null);
                    break;
            }

            return index < 0 || elements.Count <= index;
        });
        var place = index < 0 ? elements.Count + index : index;
        return place >= 0 && place < elements.Count ? elements[(int)place] : null;
    });

    private static bool? Contains(string text, Func<string, bool> isEqual) => Whole<bool?>(text, scanner =>
    {
        if (scanner.Peek() != '[')
        {
            return null;
        }

        var found = false;
        scanner.Elements(() =>
        {
            switch (scanner.Peek())
            {
                case '{' or '[':
                    scanner.SkipValue();
                    break;
                case '"':
                    found = isEqual('"' + scanner.String());
                    break;
                default:
                    found = isEqual(scanner.Bare());
                    break;
            }

            return !found;
        });
        return found;
    });

    private T? At<T>(string text, string path, Func<JsonScanner, T?> read)
    {
        if (!_paths.TryGetValue(path, out var steps))
        {
            if (_paths.Count >= Remembered)
            {
                _paths.Clear();
            }

            steps = _paths.GetOrAdd(path, static written => new JsonPath(written));
        }

        return Whole(text, scanner => steps.Find(scanner) ? read(scanner) : default);
    }

    private static T? Whole<T>(string text, Func<JsonScanner, T?> read)
    {
        try
        {
            return read(new JsonScanner(text));
        }
        catch (BadJson)
        {
            return default;
        }
    }
}
