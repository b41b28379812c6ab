using System.Text.RegularExpressions;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>format(): the constant format is taken apart here; each conversion becomes a call for its argument.</summary>
internal static partial class FormatFunction
{
    private const int MostArguments = 12;

    public static void AddTo(FunctionTable table)
    {
        for (var count = 1; count <= MostArguments; count++)
        {
            var types = string.Join(", ", Enumerable.Range(0, count).Select(index => (char)('A' + index)));
            table.Rewrite($"format(varchar, {types}) -> varchar", Emit);
        }
    }

    private static string Emit(Call call)
    {
        if (TextFunctions.Text(call, 0) is not { } format)
        {
            throw call.Refuse("format with a computed format is not supported locally");
        }

        foreach (var argument in call.Arguments.Skip(1).Where(argument => argument.Type.Kind is Kind.Array or Kind.Map or Kind.Row))
        {
            throw new TrinoException("NOT_SUPPORTED", $"Type not supported for formatting: {argument.Type.Name}", call.At.Line, call.At.Column);
        }

        List<string> parts = ["''"];
        var next = 1;
        for (var at = 0; at < format.Length;)
        {
            var match = Conversion().Match(format, at);
            var literal = match.Success ? format[at..match.Index] : format[at..];
            parts.Add(Sql.Text(literal));
            if (!match.Success)
            {
                if (literal.Contains('%', StringComparison.Ordinal))
                {
                    return Bad(format);
                }

                break;
            }

            at = match.Index + match.Length;
            var letter = match.Groups["letter"].Value[0];
            if (literal.Contains('%', StringComparison.Ordinal))
            {
                return Bad(format);
            }

            if (letter is '%' or 'n')
            {
                parts.Add(match.Length == 2 ? Sql.Text(letter == '%' ? "%" : "\n") : throw call.Refuse("This format is not supported locally"));
                continue;
            }

            var index = match.Groups["index"].Success ? int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) : next++;
            if (index < 1 || index >= call.Count)
            {
                return Bad(format);
            }

            if (Contradicts(match.Groups["flags"].Value, letter) || Piece(call, call.Arguments[index], letter, match.Groups["flags"].Value) is not { } piece)
            {
                return Bad(format);
            }

            parts.Add(piece);
        }

        return $"({string.Join(" || ", parts)})";
    }

    /// <summary>Flags that Java's Formatter refuses: twice the same, against each other, without a width, or not for this letter.</summary>
    private static bool Contradicts(string text, char letter)
    {
        var flags = text[..text.TakeWhile(c => c is '-' or '+' or ' ' or ',' or '0').Count()];
        var width = text[flags.Length..];
        return flags.Distinct().Count() != flags.Length
            || (flags.Contains('-', StringComparison.Ordinal) && flags.Contains('0', StringComparison.Ordinal))
            || (flags.Contains('+', StringComparison.Ordinal) && flags.Contains(' ', StringComparison.Ordinal))
            || (flags.AsSpan().IndexOfAny('-', '0') >= 0 && (width.Length == 0 || width[0] == '.'))
            || (letter is 'd' or 'x' && width.Contains('.', StringComparison.Ordinal))
            || (letter == 's' && flags.AsSpan().IndexOfAny("+ ,0") >= 0)
            || (letter == 'x' && flags.AsSpan().IndexOfAny("+ ,") >= 0)
            || (letter == 'e' && flags.Contains(',', StringComparison.Ordinal));
    }

    /// <summary>Null where Java has no such conversion for the value.</summary>
    private static string? Piece(Call call, Typed value, char letter, string flags)
    {
        var sign = Sql.Text(flags);
        var type = value.Type;
        if (type.Kind == Kind.Unknown)
        {
            return flags.Contains('0', StringComparison.Ordinal) || !"sdxfe".Contains(letter, StringComparison.Ordinal)
                ? throw call.Refuse("This format of NULL is not supported locally")
                : $"trino_format_text({sign}, 'null')";
        }

        var piece = (letter, type) switch
        {
            ('s', { Kind: Kind.Varchar }) => $"trino_format_text({sign}, {value.Sql})",
            ('s', { Kind: Kind.Double }) => $"trino_format_text({sign}, trino_double_to_java({value.Sql}))",
            ('s', { IsInteger: true } or { Kind: Kind.Decimal or Kind.Boolean or Kind.Date or Kind.Char }) =>
                $"trino_format_text({sign}, {Casts.Convert(value, TrinoType.Varchar, call.At)})",
            ('s', { Kind: Kind.Timestamp, Precision: 3 }) when value.Constant is null =>
                $"trino_format_text({sign}, trino_timestamp_to_iso8601(epoch_us({value.Sql}), CAST(3 AS BIGINT)))",
            ('d', { IsInteger: true }) => $"trino_format_whole({sign}, CAST({value.Sql} AS BIGINT))",
            ('x', { IsInteger: true }) => $"trino_format_hex({sign}, CAST({value.Sql} AS BIGINT))",
            ('f', { Kind: Kind.Double }) => $"trino_format_fixed({sign}, trino_double_to_java({value.Sql}))",
            ('f', { Kind: Kind.Decimal }) => $"trino_format_fixed({sign}, {Casts.Convert(value, TrinoType.Varchar, call.At)})",
            ('e', { Kind: Kind.Double }) => $"trino_format_scientific({sign}, {value.Sql})",
            ('d' or 'x', { Kind: Kind.Varchar or Kind.Double or Kind.Decimal or Kind.Boolean or Kind.Date }) => null,
            ('f' or 'e', { IsInteger: true } or { Kind: Kind.Varchar or Kind.Boolean or Kind.Date }) => null,
            ('z' or 'q' or 'w' or 'k' or 'i' or 'l' or 'r' or 'v' or 'y' or 'j' or 'u' or 'p' or 'm', _) => null,
            _ => throw call.Refuse($"format of {type.Name} by %{letter} is not supported locally"),
        };
        return piece is null ? null : $"COALESCE({piece}, trino_format_text({Sql.Text(flags.Replace("0", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal))}, 'null'))";
    }

    private static string Bad(string format) =>
        Sql.FailWith("INVALID_FUNCTION_ARGUMENT", $"Invalid format string: {format}", TrinoType.Varchar);

    [GeneratedRegex(@"%(?:(?<index>[0-9]{1,2})\$)?(?<flags>[-+ 0,]*[0-9]{0,3}(?:\.[0-9]{1,2})?)(?<letter>[a-zA-Z%])", RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Conversion();
}
