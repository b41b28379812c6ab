using System.Globalization;
using Cdp.Trino.Execution;
using Cdp.Trino.Runtime;
using Cdp.Trino.Runtime.Hive;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Literals: numbers with their suffixes, texts, dates, timestamps and intervals.</summary>
internal static class HiveLiterals
{
    private const int MostDigits = 38;

    public static HiveValue Text(string text) => new(TrinoType.Varchar, Quoted(text)) { Literal = text, IsConstant = true };

    /// <summary>The engine reads a text up to a NUL.</summary>
    public static string Quoted(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? $"({string.Join(" || chr(0) || ", text.Split('\0').Select(Duck.Text))})"
        : Duck.Text(text);

    public static HiveValue Number(HiveNode node)
    {
        var text = node.Text.ToUpperInvariant();
        var digits = text.TrimEnd('L', 'S', 'Y', 'D', 'B');
        var plain = digits.All(char.IsAsciiDigit);
        if (plain && text.Length > digits.Length)
        {
            return Suffixed(node, digits, text[digits.Length..]);
        }

        if (plain)
        {
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
                ? Whole(whole <= int.MaxValue ? TrinoType.Integer : TrinoType.BigInt, whole)
                : Decimal(digits, node);
        }

        return text.EndsWith("BD", StringComparison.Ordinal) ? Decimal(digits, node)
            : text.EndsWith('D') || text.Contains('E', StringComparison.Ordinal) ? Double(digits)
            : Decimal(text, node);
    }

    private static HiveValue Suffixed(HiveNode node, string digits, string suffix)
    {
        var (type, most) = suffix switch
        {
            "L" => (TrinoType.BigInt, long.MaxValue),
            "S" => (TrinoType.SmallInt, short.MaxValue),
            "Y" => (TrinoType.TinyInt, (long)sbyte.MaxValue),
            _ => (TrinoType.Double, 0),
        };
        if (suffix == "BD")
        {
            return Decimal(digits, node);
        }

        if (suffix == "D")
        {
            return Double(digits);
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? Whole(type, number)
            : throw HiveError.Semantic(10029, $"Invalid numerical constant '{node.Text}'", node);
    }

    private static HiveValue Whole(TrinoType type, long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new HiveValue(type, $"CAST({digits} AS {DuckTypes.Of(type)})") { Literal = digits, IsConstant = true };
    }

    private static HiveValue Double(string text)
    {
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var shown = double.IsInfinity(number) ? "'Infinity'" : $"'{number.ToString("R", CultureInfo.InvariantCulture)}'";
        return new HiveValue(TrinoType.Double, $"CAST({shown} AS DOUBLE)") { Literal = text, IsConstant = true };
    }

    /// <summary>Zeros at the end of the fraction do not count.</summary>
    private static HiveValue Decimal(string text, HiveNode node)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).TrimStart('0');
        var fraction = point < 0 ? "" : text[(point + 1)..].TrimEnd('0');
        var precision = Math.Max(1, whole.Length + fraction.Length);
        if (precision > MostDigits)
        {
            throw HiveError.Refused("A decimal of more than 38 digits", node);
        }

        var type = TrinoType.Decimal(precision, fraction.Length);
        var digits = $"{(whole.Length == 0 ? "0" : whole)}{(fraction.Length > 0 ? "." : "")}{fraction}";
        return new HiveValue(type, $"CAST('{digits}' AS {DuckTypes.Of(type)})") { Literal = digits, IsConstant = true };
    }

    /// <summary>DATE '…' and TIMESTAMP '…': what is no time fails before the query runs.</summary>
    public static HiveValue Temporal(HiveNode node, HiveVersion version)
    {
        if (node.Type!.Kind is Kind.IntervalDay or Kind.IntervalYear)
        {
            return HiveIntervals.Literal(node);
        }

        var isDate = node.Type.Kind == Kind.Date;
        var bad = HiveError.Semantic(null, $"Unable to convert time literal '{node.Text}' to time value.");
        if (isDate && version == HiveVersion.Two && node.Text.Contains(':', StringComparison.Ordinal))
        {
            throw bad;
        }

        if (!isDate && !node.Text.Contains(':', StringComparison.Ordinal))
        {
            throw bad;
        }

        var read = Read(node, isDate, (int)version);
        return read is null ? throw bad
            : isDate ? new HiveValue(TrinoType.Date, $"CAST('{read}' AS DATE)") { IsConstant = true }
            : new HiveValue(HiveTypes.Timestamp, $"make_timestamp(CAST({read} AS BIGINT))") { IsConstant = true };
    }

    private static string? Read(HiveNode node, bool isDate, int version)
    {
        try
        {
            return isDate ? HiveDates.Date(node.Text, version) : HiveDates.Timestamp(node.Text, version)?.ToString(CultureInfo.InvariantCulture);
        }
        catch (TrinoFailure)
        {
            throw HiveError.Refused($"The literal '{node.Text}'", node.At);
        }
    }
}
