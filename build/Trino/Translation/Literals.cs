using System.Globalization;
using Cdp.Trino.Syntax;
using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Literals have the narrowest type: <c>1</c> is integer, <c>1.50</c> decimal(3,2), <c>'ab'</c> varchar(2).</summary>
internal static class Literals
{
    public static Typed Integer(string digits)
    {
        var value = long.Parse(digits, CultureInfo.InvariantCulture);
        var type = value is >= int.MinValue and <= int.MaxValue ? TrinoType.Integer : TrinoType.BigInt;
        var sql = value == int.MinValue ? "CAST('-2147483648' AS INTEGER)"
            : value == long.MinValue ? "CAST('-9223372036854775808' AS BIGINT)"
            : type.Kind == Kind.Integer ? Sql.Number(value) : $"CAST({Sql.Number(value)} AS BIGINT)";
        return new Typed(type, sql) { Constant = value.ToString(CultureInfo.InvariantCulture) };
    }

    public static Typed Decimal(string text, SqlPosition at, bool asDouble)
    {
        if (asDouble)
        {
            return Double(text);
        }

        var negative = text.StartsWith('-');
        var digits = text.TrimStart('-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = digits[..point].TrimStart('0');
        var fraction = digits[(point + 1)..];
        var precision = Math.Max(1, whole.Length + fraction.Length);
        if (precision > 38)
        {
            throw new TrinoException("INVALID_LITERAL", $"Invalid decimal literal '{text}'. Decimal precision must be in range [1, 38]", at.Line, at.Column);
        }

        var type = TrinoType.Decimal(precision, fraction.Length);
        var value = $"{(negative ? "-" : "")}{(whole.Length == 0 ? "0" : whole)}{(fraction.Length > 0 ? "." + fraction : "")}";
        return new Typed(type, $"CAST('{value}' AS {DuckTypes.Of(type)})") { Constant = value };
    }

    public static Typed Double(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var sql = double.IsInfinity(value)
            ? $"CAST('{(value < 0 ? "-" : "")}inf' AS DOUBLE)"
            : $"CAST('{value.ToString("R", CultureInfo.InvariantCulture)}' AS DOUBLE)";
        return new Typed(TrinoType.Double, sql) { Constant = text };
    }

    public static Typed Text(string value) =>
        new(TrinoType.VarcharOf(value.EnumerateRunes().Count()), TextSql(value)) { Constant = value };

    /// <summary>A NUL character ends the engine's texts in a statement, so it is put in from outside.</summary>
    private static string TextSql(string value) => value.Contains('\0', StringComparison.Ordinal)
        ? "concat(" + string.Join(", chr(0), ", value.Split('\0').Select(Sql.Text)) + ")"
        : Sql.Text(value);

    public static Typed Interval(IntervalLiteral literal)
    {
        var to = literal.To ?? literal.From;
        var year = literal.From is "YEAR" or "MONTH";
        if (year != to is "YEAR" or "MONTH")
        {
            throw Invalid(literal.At, literal.Value, "INTERVAL");
        }

        var number = IntervalText.Parse(literal.Value, literal.From, to) ?? throw Invalid(literal.At, literal.Value, "INTERVAL");
        var value = literal.Negative ? -number : number;
        return year
            ? new Typed(TrinoType.IntervalYear, Sql.Number(value))
            : new Typed(TrinoType.IntervalDay, $"CAST({Sql.Number(value)} AS BIGINT)");
    }

    public static TrinoException Invalid(SqlPosition at, string value, string type) =>
        new("INVALID_LITERAL", $"'{value}' is not a valid {type} literal", at.Line, at.Column);
}
