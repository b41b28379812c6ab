using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>An expression that has been understood: its type, and the DuckDB SQL that computes it.</summary>
/// <param name="Sql">Safe to stand anywhere: a call, a name, a literal, or in parentheses.</param>
internal sealed record Typed(TrinoType Type, string Sql)
{
    /// <summary>The value of a literal text or number, as text; null for anything computed.</summary>
    public string? Constant { get; init; }

    /// <summary>A lambda's parameters as named in <see cref="Sql"/>; the SQL is then the body.</summary>
    public string[]? Parameters { get; init; }

    /// <summary>A sub-query stands inside: the engine's TRY cannot go round it.</summary>
    public bool HasQuery { get; init; }

    public bool IsNull => Type.Kind == Kind.Unknown && Sql == "NULL";

    public static Typed Null { get; } = new(TrinoType.Unknown, "NULL");

    public Typed As(TrinoType type) => this with { Type = type };
}
