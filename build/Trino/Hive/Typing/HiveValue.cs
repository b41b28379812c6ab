using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>An expression that has been understood: its type, and the DuckDB SQL that computes it.</summary>
/// <param name="Sql">Safe to stand anywhere: a call, a name, a literal, or in parentheses.</param>
internal sealed record HiveValue(TrinoType Type, string Sql)
{
    public static HiveValue Null { get; } = new(TrinoType.Unknown, "NULL") { IsConstant = true };

    /// <summary>Of a literal its text or digits; null for anything computed.</summary>
    public string? Literal { get; init; }

    /// <summary>Made of literals alone: Hive computes it before the query runs.</summary>
    public bool IsConstant { get; init; }

    public bool IsNull => Type.Kind == Kind.Unknown;

    public bool IsText => Type.Kind is Kind.Varchar or Kind.Char;

    public bool IsTemporal => Type.Kind is Kind.Date or Kind.Timestamp;

    public bool IsNested => Type.Kind is Kind.Array or Kind.Map or Kind.Row;

    public static HiveValue Boolean(string sql) => new(TrinoType.Boolean, $"({sql})");
}
