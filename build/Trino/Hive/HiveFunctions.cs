using System.Collections.Immutable;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Hive's functions, one entry a function and form: which arguments, what type, what DuckDB computes it by.</summary>
internal static class HiveFunctions
{
    private const string Whole = "i";
    private const string Letters = "s";

    /// <summary>Signature (s string, i int, b bigint, d double, t date), result and DuckDB's text; {0} is the first argument.</summary>
    private static readonly (string Name, string Takes, TrinoType Gives, string Sql)[] All =
    [
        ("lower", Letters, TrinoType.Varchar, "trino_hive_lower({0})"), ("lcase", Letters, TrinoType.Varchar, "trino_hive_lower({0})"),
        ("upper", Letters, TrinoType.Varchar, "trino_hive_upper({0})"), ("ucase", Letters, TrinoType.Varchar, "trino_hive_upper({0})"),
        ("trim", Letters, TrinoType.Varchar, "trim({0}, ' ')"), ("ltrim", Letters, TrinoType.Varchar, "ltrim({0}, ' ')"),
        ("rtrim", Letters, TrinoType.Varchar, "rtrim({0}, ' ')"), ("length", Letters, TrinoType.Integer, "CAST(length({0}) AS INTEGER)"),
        ("substr", "si", TrinoType.Varchar, "trino_hive_substr({0}, {1}, CAST(2147483647 AS INTEGER))"), ("substr", "sii", TrinoType.Varchar, "trino_hive_substr({0}, {1}, {2})"),
        ("substring", "si", TrinoType.Varchar, "trino_hive_substr({0}, {1}, CAST(2147483647 AS INTEGER))"), ("substring", "sii", TrinoType.Varchar, "trino_hive_substr({0}, {1}, {2})"),
        ("instr", "ss", TrinoType.Integer, "CAST(instr({0}, {1}) AS INTEGER)"), ("locate", "ss", TrinoType.Integer, "CAST(instr({1}, {0}) AS INTEGER)"),
        ("replace", "sss", TrinoType.Varchar, "replace({0}, {1}, {2})"),
        ("md5", Letters, TrinoType.Varchar, "md5({0})"), ("sha2", "si", TrinoType.Varchar, "trino_hive_sha2({0}, {1})"),
        ("sha1", Letters, TrinoType.Varchar, "sha1({0})"), ("sha", Letters, TrinoType.Varchar, "sha1({0})"),
        ("regexp_extract", "ss", TrinoType.Varchar, "trino_hive_extract({0}, {1}, CAST(1 AS INTEGER))"), ("regexp_extract", "ssi", TrinoType.Varchar, "trino_hive_extract({0}, {1}, {2})"),
        ("regexp_replace", "sss", TrinoType.Varchar, "trino_hive_replace({0}, {1}, {2})"),
        ("get_json_object", "ss", TrinoType.Varchar, "trino_hive_json({0}, {1})"),
        ("abs", Whole, TrinoType.Integer, "abs({0})"), ("abs", "d", TrinoType.Double, "abs({0})"), ("sqrt", "d", TrinoType.Double, "(CASE WHEN {0} >= 0 THEN sqrt({0}) END)"),
        ("floor", "d", TrinoType.BigInt, "CAST(floor({0}) AS BIGINT)"), ("ceil", "d", TrinoType.BigInt, "CAST(ceil({0}) AS BIGINT)"),
        ("year", "t", TrinoType.Integer, "CAST(year({0}) AS INTEGER)"), ("month", "t", TrinoType.Integer, "CAST(month({0}) AS INTEGER)"),
        ("day", "t", TrinoType.Integer, "CAST(day({0}) AS INTEGER)"), ("dayofmonth", "t", TrinoType.Integer, "CAST(day({0}) AS INTEGER)"),
        ("quarter", "t", TrinoType.Integer, "CAST(quarter({0}) AS INTEGER)"), ("to_date", "t", TrinoType.Date, "{0}"),
        ("datediff", "tt", TrinoType.Integer, "CAST(({0} - {1}) AS INTEGER)"),
        ("date_add", "ti", TrinoType.Date, "CAST(({0} + {1}) AS DATE)"), ("date_sub", "ti", TrinoType.Date, "CAST(({0} - {1}) AS DATE)"),
        ("last_day", "t", TrinoType.Varchar, "CAST(last_day({0}) AS VARCHAR)"),
        ("unix_timestamp", Letters, TrinoType.BigInt, "trino_hive_unix({0})"),
        ("from_unixtime", "b", TrinoType.Varchar, "strftime(make_timestamp({0} * 1000000), '%Y-%m-%d %H:%M:%S')"),
        ("isnull", Letters, TrinoType.Boolean, "({0} IS NULL)"), ("isnotnull", Letters, TrinoType.Boolean, "({0} IS NOT NULL)"),
    ];

    public static Typed Call(HiveNode node, ImmutableArray<Typed> values)
    {
        if (Special(node.Text, values) is { } special)
        {
            return special;
        }

        foreach (var (_, takes, gives, sql) in All.Where(f => f.Name == node.Text && f.Takes.Length == values.Length))
        {
            var arguments = values.Select((v, i) => Argument(v, takes[i])).ToArray();
            if (Array.TrueForAll(arguments, a => a is not null))
            {
                return new Typed(gives, "(" + Fill(sql, arguments!) + ")");
            }
        }

        throw HiveError.Refused($"{node.Text}() of ({string.Join(", ", values.Select(v => HiveTypes.Name(v.Type)))})", node.At.Line, node.At.Column);
    }

    private static string Fill(string sql, string[] arguments) => string.Concat(sql.Split('{').Select((part, i) => i == 0 ? part : arguments[part[0] - '0'] + part[2..]));

    private static string? Argument(Typed value, char takes) => (takes, value.Type.Kind) switch
    {
        ('s', Kind.Varchar) or ('i', Kind.Integer) or ('b', Kind.BigInt) or ('d', Kind.Double) or ('t', Kind.Date) => value.Sql,
        ('b', Kind.Integer) => HiveTypes.Convert(value, TrinoType.BigInt).Sql,
        ('t', Kind.Varchar) => HiveTypes.Convert(value, TrinoType.Date).Sql,
        _ => null,
    };

    private static Typed? Special(string name, ImmutableArray<Typed> values)
    {
        var texts = values.All(v => v.Type.Kind == Kind.Varchar);
        switch (name)
        {
            case "concat" when texts && values.Length > 1:
                return new Typed(TrinoType.Varchar, $"({string.Join(" || ", values.Select(v => v.Sql))})");
            case "concat_ws" when texts && values.Length > 1:
                return new Typed(TrinoType.Varchar, $"concat_ws({string.Join(", ", values.Select(v => v.Sql))})");
            case "coalesce" or "nvl" when values.Length > 1 && (name != "nvl" || values.Length == 2):
                var type = values.Aggregate((TrinoType?)TrinoType.Unknown, (t, v) => t is null ? null : HiveTypes.Common(t, v.Type));
                return type is null || type.Kind is Kind.Unknown or Kind.Decimal ? null : new Typed(type, $"coalesce({string.Join(", ", values.Select(v => HiveTypes.Cast(v, type)))})");
            case "nullif" when values.Length == 2 && values[0].Type.Equals(values[1].Type) && values[0].Type.Kind is Kind.Varchar or Kind.Integer or Kind.BigInt:
                return new Typed(values[0].Type, $"nullif({values[0].Sql}, {values[1].Sql})");
            case "if" when values.Length == 3 && values[0].Type.Kind == Kind.Boolean:
                var common = HiveTypes.Common(values[1].Type, values[2].Type);
                return common is null || common.Kind is Kind.Unknown or Kind.Decimal ? null : new Typed(common, $"(CASE WHEN {values[0].Sql} THEN {HiveTypes.Cast(values[1], common)} ELSE {HiveTypes.Cast(values[2], common)} END)");
            default:
                return null;
        }
    }
}
