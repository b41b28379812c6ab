using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveParser
{
    private const int LongestVarchar = 65535;
    private const int LongestChar = 255;
    private const int MostDigits = 38;

    /// <summary>A type. The earlier version casts to plain types only.</summary>
    private TrinoType TypeOf(bool isCast = false)
    {
        var token = Next;
        if (token.Kind != HiveTokenKind.Word)
        {
            throw Unexpected();
        }

        _at++;
        switch (Lower(token.Text))
        {
            case "tinyint":
                return TrinoType.TinyInt;
            case "smallint":
                return TrinoType.SmallInt;
            case "int" or "integer":
                return TrinoType.Integer;
            case "bigint":
                return TrinoType.BigInt;
            case "boolean":
                return TrinoType.Boolean;
            case "float":
                return TrinoType.Real;
            case "real" when version == HiveVersion.Four:
                return TrinoType.Real;
            case "double":
                Take("PRECISION");
                return TrinoType.Double;
            case "string":
                return TrinoType.Varchar;
            case "binary":
                return TrinoType.Varbinary;
            case "date":
                return TrinoType.Date;
            case "timestamp":
                return Next.Is("WITH") && version == HiveVersion.Four
                    ? throw HiveError.Refused("A timestamp with local time zone", token.At)
                    : TrinoType.Timestamp(6);
            case "decimal" or "numeric" or "dec" when token.Is("DECIMAL") || version == HiveVersion.Four:
                return DecimalType();
            case "varchar":
                return TrinoType.VarcharOf(Length("Varchar", LongestVarchar));
            case "char":
                return TrinoType.Char(Length("Char", LongestChar));
            case "array" or "map" or "struct" when isCast && version == HiveVersion.Two:
                throw Unexpected(token);
            case "array" when Take("<"):
                var element = TypeOf();
                Expect(">");
                return TrinoType.Array(element);
            case "map" when Take("<"):
                var key = TypeOf();
                Expect(",");
                var value = TypeOf();
                Expect(">");
                return TrinoType.Map(key, value);
            case "struct" when Take("<"):
                return StructType();
            case "uniontype":
                throw HiveError.Refused("The type uniontype", token.At);
            default:
                throw Unexpected(token);
        }
    }

    private TrinoType StructType()
    {
        var fields = List(() =>
        {
            var name = Name();
            Expect(":");
            return (name, TypeOf());
        });
        Expect(">");
        return TrinoType.Row([.. fields.Select(f => f.Item2)], [.. fields.Select(f => (string?)f.name)]);
    }

    private TrinoType DecimalType()
    {
        if (!Take("("))
        {
            return TrinoType.Decimal(10, 0);
        }

        var precision = Digits();
        var scale = Take(",") ? Digits() : 0;
        Expect(")");
        return precision is < 1 or > MostDigits
            ? throw HiveError.Semantic(null, "IllegalArgumentException Decimal precision out of allowed range [1,38]")
            : scale > precision
            ? throw HiveError.Semantic(null, "IllegalArgumentException Decimal scale must be less than or equal to precision")
            : TrinoType.Decimal(precision, scale);
    }

    private int Length(string name, int longest)
    {
        Expect("(");
        var length = Digits();
        Expect(")");
        return length >= 1 && length <= longest
            ? length
            : throw HiveError.Semantic(null, $"RuntimeException {name} length {length} out of allowed range [1, {longest}]");
    }

    private int Digits()
    {
        if (Next.Kind != HiveTokenKind.Number || !int.TryParse(Next.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw Unexpected();
        }

        _at++;
        return number;
    }

    private ImmutableArray<HiveColumn> Columns()
    {
        var columns = Parenthesized(Column);
        return columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw HiveError.Semantic(10036, $"Duplicate column name: {twice.Key}")
            : columns;
    }

    private HiveColumn Column()
    {
        Unconstrained();
        var name = Name();
        var type = TypeOf();
        Unconstrained();
        return new HiveColumn(name, type, Take("COMMENT") ? Text() : null);
    }

    private void Unconstrained()
    {
        if (Array.Exists(["PRIMARY", "FOREIGN", "CONSTRAINT", "NOT", "DEFAULT", "UNIQUE", "CHECK"], Next.Is) && !Ahead(1, "STRING"))
        {
            throw HiveError.Refused($"The constraint {Next.Text.ToUpperInvariant()}", Here);
        }
    }
}
