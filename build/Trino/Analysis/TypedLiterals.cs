using System.Globalization;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary><c>DATE '2020-01-31'</c>, <c>BIGINT '5'</c>: a bad text is an error of the statement, not of its run.</summary>
internal static class TypedLiterals
{
    public static Typed Read(TypedLiteral literal, QueryContext context)
    {
        var (text, at) = (literal.Value, literal.At);
        switch (literal.Type.Name)
        {
            case "date":
                return TemporalText.Date(text) is { } days
                    ? new Typed(TrinoType.Date, $"(DATE '1970-01-01' + {Sql.Number(days)})")
                    : throw Literals.Invalid(at, text, "DATE");
            case "time":
                return Time(text, at);
            case "timestamp":
                return Timestamp(text, at);
            case "decimal":
                return Decimal(text, at);
            case "char":
                return Literals.Text(text) is var value
                    ? new Typed(TrinoType.Char(value.Type.Precision), $"rtrim({value.Sql}, ' ')")
                    : throw Literals.Invalid(at, text, "CHAR");
            case "varchar":
                return new Typed(TrinoType.Varchar, Literals.Text(text).Sql);
        }

        var type = TypeNames.Resolve(literal.Type)
            ?? throw Scope.Error("TYPE_NOT_FOUND", at, $"Unknown resolvedType: {literal.Type.Name.ToUpperInvariant()}");
        if (type.Kind == Kind.Json)
        {
            return JsonLiteral(text, at);
        }

        if (type.IsInteger)
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && InRange(whole, type.Kind)
                ? new Typed(type, $"CAST({Sql.Text(text)} AS {DuckTypes.Of(type)})") { Constant = whole.ToString(CultureInfo.InvariantCulture) }
                : throw Literals.Invalid(at, text, type.Name.ToUpperInvariant());
        }

        if (type.Kind == Kind.Uuid)
        {
            return Uuids.Read(text) is { } uuid ? new Typed(type, Sql.Text(uuid)) : throw Literals.Invalid(at, text, "UUID");
        }

        if (type.IsFloating || type.Kind == Kind.Boolean)
        {
            try
            {
                _ = type.Kind == Kind.Boolean ? Runtime.Casts.ToBoolean(text) : double.IsNaN(Runtime.Casts.ToDouble(text));
            }
            catch (Runtime.TrinoFailure)
            {
                throw Literals.Invalid(at, text, type.Name.ToUpperInvariant());
            }
        }

        return new Typed(type, Casts.Explicit(new Typed(TrinoType.Varchar, Sql.Text(text)), type, at, context, isTry: false));
    }

    private static bool InRange(long value, Kind kind) => kind switch
    {
        Kind.TinyInt => value is >= sbyte.MinValue and <= sbyte.MaxValue,
        Kind.SmallInt => value is >= short.MinValue and <= short.MaxValue,
        Kind.Integer => value is >= int.MinValue and <= int.MaxValue,
        _ => true,
    };

    private static Typed JsonLiteral(string text, SqlPosition at)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            throw Literals.Invalid(at, text, "JSON");
        }

        return new Typed(TrinoType.Json, $"trino_json_parse({Sql.Text(text)})");
    }

    private static Typed Decimal(string text, SqlPosition at)
    {
        var value = text.Trim();
        var digits = value.TrimStart('+', '-');
        return digits.Length > 0 && digits.All(c => char.IsAsciiDigit(c) || c == '.') && digits.Count(c => c == '.') <= 1 && digits != "."
            ? Literals.Decimal(digits.Contains('.', StringComparison.Ordinal) ? value.TrimStart('+') : value.TrimStart('+') + ".", at, asDouble: false)
            : throw Literals.Invalid(at, text, "DECIMAL");
    }

    private static Typed Time(string text, SqlPosition at) =>
        TemporalText.Time(text) is { Digits: <= 6 } time
            ? new Typed(TrinoType.Time(time.Digits), $"(TIME '00:00:00' + to_microseconds({Sql.Number(time.Micros)}))")
            : TemporalText.Time(text) is null && text.AsSpan().IndexOfAny('+', '-') <= 0
                ? throw Literals.Invalid(at, text, "TIME")
                : throw Scope.Error(TrinoException.NotSupportedLocally, at, "A TIME with a zone or more than six digits is not supported locally");

    /// <summary>Where a zone's clock was not set by whole minutes, or the rules end, the engine's own tables know it.</summary>
    private static string Instant(long local, string zone) =>
        zone == "UTC" || zone[0] is '+' or '-' || local is > 0 and < 253_402_000_000_000_000
            ? $"make_timestamp({Sql.Number(TemporalText.Instant(local, zone))})"
            : Zones.Instant($"make_timestamp({Sql.Number(local)})", Sql.Text(zone));

    private static Typed Timestamp(string text, SqlPosition at)
    {
        if (TemporalText.Timestamp(text) is not { } parsed)
        {
            throw Literals.Invalid(at, text, "TIMESTAMP");
        }

        if (parsed.Digits > 12)
        {
            throw Scope.Error("NUMERIC_VALUE_OUT_OF_RANGE", at, $"TIMESTAMP precision must be in range [0, 12]: {parsed.Digits}");
        }

        if (parsed.Digits > 6)
        {
            throw Scope.Error(TrinoException.NotSupportedLocally, at, "A TIMESTAMP of more than six digits is not supported locally");
        }

        return parsed.Zone is { } zone
            ? new Typed(
                TrinoType.TimestampTz(parsed.Digits),
                Zones.Pack(Instant(parsed.Local, zone), Sql.Text(zone)))
            : new Typed(TrinoType.Timestamp(parsed.Digits), $"make_timestamp({Sql.Number(parsed.Local)})");
    }
}
