using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>A call whose arguments are understood. The plain functions of Hive convert by themselves: numbers and dates to text, whole numbers upwards.</summary>
internal sealed class HiveCall(HiveNode node, ImmutableArray<HiveValue> values, HiveExpressions expressions)
{
    public HiveNode Node => node;

    public string Name => node.Text;

    public ImmutableArray<HiveValue> Values => values;

    public HiveExpressions Expressions => expressions;

    public HiveContext Context => expressions.Context;

    public int Count => values.Length;

    public HiveValue this[int index] => values[index];

    /// <summary>The version, as the functions of Runtime take it.</summary>
    public string Version => $"CAST({(int)Context.Version} AS INTEGER)";

    /// <summary>As a parameter of type string takes it.</summary>
    public string Text(int index)
    {
        var value = values[index];
        return value.IsText ? value.Sql
            : value.IsNull || value.Type.IsNumeric || value.IsTemporal ? HiveCasts.ToText(value, Context).Sql
            : throw NoMatch();
    }

    /// <summary>A parameter that takes texts only.</summary>
    /// <param name="code">The error that Hive gives for another type.</param>
    public string OnlyText(int index, int code = HiveError.WrongType)
    {
        var value = values[index];
        return value.IsText ? value.Sql : throw Mismatch(index, "STRING_GROUP", code);
    }

    public string Int(int index)
    {
        var type = values[index].Type;
        return type.Kind == Kind.Integer ? values[index].Sql
            : type.Kind is Kind.TinyInt or Kind.SmallInt or Kind.Unknown ? HiveCasts.To(values[index], TrinoType.Integer, Context).Sql
            : throw NoMatch();
    }

    public string Long(int index) => values[index].Type.IsInteger || values[index].IsNull
        ? HiveCasts.To(values[index], TrinoType.BigInt, Context).Sql
        : throw NoMatch();

    public string Double(int index)
    {
        var value = values[index];
        return value.Type.IsNumeric || value.IsText || value.IsNull ? HiveCasts.ToDouble(value, Context).Sql : throw NoMatch();
    }

    public string Bytes(int index) => values[index].Type.Kind == Kind.Varbinary ? values[index].Sql
        : values[index].IsText || values[index].IsNull ? $"encode({HiveCasts.ToText(values[index], Context).Sql})"
        : $"encode({Text(index)})";

    /// <summary>A date, or the date that a text or timestamp begins with.</summary>
    public string Day(int index)
    {
        var value = values[index];
        return value.IsText ? $"CAST(trino_hive_day({value.Sql}, {Version}) AS DATE)"
            : value.IsTemporal || value.IsNull ? HiveCasts.To(value, TrinoType.Date, Context).Sql
            : throw NoMatch();
    }

    /// <summary>Days since 1970-01-01.</summary>
    public string Days(int index) => $"CAST(({Day(index)} - DATE '1970-01-01') AS BIGINT)";

    public static string OfDays(string days) => $"CAST((DATE '1970-01-01' + CAST({days} AS INTEGER)) AS VARCHAR)";

    /// <summary>Arguments before it are as they are; the rest of the call is refused.</summary>
    public TrinoException Refused(string? what = null) => HiveError.Refused(
        what ?? $"{node.Text}({string.Join(", ", values.Select(v => HiveTypes.Name(v.Type)))})", node);

    /// <summary>Hive has no form of the function that takes these types.</summary>
    public TrinoException NoMatch() => HiveError.Semantic(
        HiveError.WrongArguments,
        $"Wrong arguments: No matching method for {node.Text} with ({string.Join(", ", values.Select(v => HiveTypes.Name(v.Type)))})",
        node);

    /// <summary>A NULL has no place in Hive's message.</summary>
    public TrinoException Mismatch(int index, string takes, int code = HiveError.WrongType)
    {
        var message = $"Argument type mismatch: {node.Text} only takes {takes} types as argument {index + 1}, got {HiveTypes.Capitals(values[index].Type)}";
        return code == HiveError.WrongArguments ? HiveError.Semantic(code, message, node)
            : values[index].IsNull ? HiveError.Semantic(null, message)
            : HiveError.Semantic(code, message, node.Items[index]);
    }

    public static HiveValue String(string sql) => new(TrinoType.Varchar, $"({sql})");

    public static HiveValue Integer(string sql) => new(TrinoType.Integer, $"CAST(({sql}) AS INTEGER)");

    public static HiveValue BigInt(string sql) => new(TrinoType.BigInt, $"CAST(({sql}) AS BIGINT)");

    public static HiveValue Real(string sql) => new(TrinoType.Double, $"({sql})");
}
