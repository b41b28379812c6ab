using System.Globalization;
using System.Text;

namespace Cdp.Trino.Runtime.Json;

/// <summary>
/// CAST(json AS …): scalars one by one, and the elements, names and values of which arrays, maps and rows are made.
/// JSON null gives NULL.
/// </summary>
internal static class JsonCasts
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string?>("json_to_varchar", ToVarchar);
        sink.Add<string, long?>("json_to_bigint", text => ToWhole(text, long.MinValue, long.MaxValue, "BIGINT"));
        sink.Add<string, long?>("json_to_integer", text => ToWhole(text, int.MinValue, int.MaxValue, "INT"));
        sink.Add<string, long?>("json_to_smallint", text => ToWhole(text, short.MinValue, short.MaxValue, "SMALLINT"));
        sink.Add<string, long?>("json_to_tinyint", text => ToWhole(text, sbyte.MinValue, sbyte.MaxValue, "TINYINT"));
        sink.Add<string, double?>("json_to_double", ToDouble);
        sink.Add<string, bool?>("json_to_boolean", ToBoolean);
        sink.Add<string, long, long, string?>("json_to_decimal", ToDecimal);
        sink.Add<string, string>("json_copy", text => Copy(new JsonScanner(text)));
        sink.Add<string, List<string?>?>("json_elements", Elements);
        sink.Add<string, List<string?>?>("json_keys", text => Members(text)?.Select(pair => (string?)pair.Key).ToList());
        sink.Add<string, List<string?>?>("json_values", text => Members(text)?.Select(pair => (string?)pair.Value).ToList());
    }

    private static string? ToVarchar(string text) => Token(text, "varchar") switch
    {
        (Shape.Text or Shape.Whole or Shape.Truth, var token) => token,
        (Shape.Real, var token) => JavaNumbers.CastToVarchar(double.Parse(token, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static long? ToWhole(string text, long least, long most, string type) => Token(text, type.ToLowerInvariant()) switch
    {
        (Shape.Text, var token) => Casts.Whole(token, least, most, type),
        (Shape.Whole, var token) => long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw TrinoFailure.InvalidCast($"Cannot cast '{text}' to {type.ToLowerInvariant()}"),
        (Shape.Real, var token) when double.Parse(token, CultureInfo.InvariantCulture) is var value => value >= least && value <= most
            ? Casts.Round(value, least, most, type.ToLowerInvariant())
            : throw TrinoFailure.NotCertain("A JSON number beyond the range of its type is not supported."),
        (Shape.Truth, var token) => token == "true" ? 1 : 0,
        _ => null,
    };

    private static double? ToDouble(string text) => Token(text, "double") switch
    {
        (Shape.Text, var token) => Casts.ToDouble(token),
        (Shape.Whole or Shape.Real, var token) => double.Parse(token, CultureInfo.InvariantCulture),
        (Shape.Truth, var token) => token == "true" ? 1 : 0,
        _ => null,
    };

    private static bool? ToBoolean(string text) => Token(text, "boolean") switch
    {
        (Shape.Text, var token) => Casts.ToBoolean(token),
        (Shape.Whole, var token) => long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value != 0
            : throw TrinoFailure.InvalidCast($"Cannot cast '{text}' to boolean"),
        (Shape.Real, var token) => double.Parse(token, CultureInfo.InvariantCulture) != 0,
        (Shape.Truth, var token) => token == "true",
        _ => null,
    };

    private static string? ToDecimal(string text, long precision, long scale) => Token(text, $"DECIMAL({precision},{scale})") switch
    {
        (Shape.Truth, var token) => Casts.ToDecimal(token == "true" ? "1" : "0", text, "JSON", precision, scale),
        (Shape.Null, _) => null,
        (_, var token) => Casts.ToDecimal(token, text, "JSON", precision, scale),
    };

    private static List<string?>? Elements(string text)
    {
        var scanner = new JsonScanner(text);
        if (scanner.Peek() != '[')
        {
            return text == "null" ? null : throw TrinoFailure.InvalidCast($"Expected a json array, but got {text}");
        }

        List<string?> elements = [];
        scanner.Elements(() =>
        {
            elements.Add(Raw(scanner));
            return true;
        });
        return elements;
    }

    private static Dictionary<string, string>? Members(string text)
    {
        var scanner = new JsonScanner(text);
        if (scanner.Peek() != '{')
        {
            return text == "null" ? null : throw TrinoFailure.InvalidCast($"Expected a json object, but got {text}");
        }

        Dictionary<string, string> members = [];
        scanner.Members(name =>
        {
            members[name] = Raw(scanner);
            return true;
        });
        return members;
    }

    /// <summary>A number as it is written: a decimal takes all of its digits.</summary>
    private static string Raw(JsonScanner scanner) =>
        scanner.Peek() is '{' or '[' or '"' ? Copy(scanner) : scanner.Bare();

    private static string Copy(JsonScanner scanner)
    {
        var output = new StringBuilder();
        JsonText.Copy(scanner, output, sorted: false);
        return output.ToString();
    }

    private static (Shape Shape, string Token) Token(string text, string type)
    {
        var scanner = new JsonScanner(text);
        if (scanner.Peek() is '{' or '[')
        {
            throw TrinoFailure.InvalidCast($"Cannot cast '{text}' to {type}");
        }

        var token = scanner.Peek() == '"' ? scanner.String() : scanner.Bare();
        return text[0] == '"' ? (Shape.Text, token)
            : token == "null" ? (Shape.Null, token)
            : token is "true" or "false" ? (Shape.Truth, token)
            : (token.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? Shape.Real : Shape.Whole, token);
    }

    private enum Shape
    {
        Null,
        Text,
        Whole,
        Real,
        Truth,
    }
}
