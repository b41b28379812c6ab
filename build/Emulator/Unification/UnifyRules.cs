using System.Collections.Immutable;

namespace Cdp.Emulator.Unification;

/// <summary>What a caller of the hosted unification asks for: the flags, and the rules of its <c>unify.yml</c> (cdp_phases §2.1, §2.2).</summary>
internal sealed record UnifyRules
{
    /// <summary>The result's database is <c>cdp_unification_{name}</c>.</summary>
    public required string Name { get; init; }

    public required bool FullRefresh { get; init; }

    public required bool KeepDebugTables { get; init; }

    public required ImmutableArray<UnifyKey> Keys { get; init; }

    public required ImmutableArray<UnifyTable> Tables { get; init; }

    /// <summary>The ids whose flag is set, parents before those that merge by them.</summary>
    public required ImmutableArray<UnifyId> Ids { get; init; }

    public string Database => $"cdp_unification_{Name}";
}

/// <param name="Type">Its 1-based position; the tables call it key_type or ns.</param>
internal sealed record UnifyKey(int Type, string Name, string? ValidRegexp, ImmutableArray<string> InvalidTexts);

/// <param name="Id">Its 1-based position; the tables call it table_id.</param>
/// <param name="Alias">The name in statistics.</param>
/// <param name="IsIncremental">Whether <c>incremental_columns</c> is exactly <c>[time]</c>; every other list means full.</param>
internal sealed record UnifyTable(
    int Id, string Database, string Table, string Alias, bool IsIncremental, ImmutableArray<UnifyColumn> Columns);

internal sealed record UnifyColumn(string Column, UnifyKey Key);

/// <param name="Keys">From the most trusted to the least.</param>
/// <param name="Parents">Ids that count as keys.</param>
/// <param name="DoNotMerge">Two leaders of this key stay apart.</param>
internal sealed record UnifyId(
    string Name,
    bool IsPersistent,
    ImmutableArray<UnifyKey> Keys,
    ImmutableArray<UnifyId> Parents,
    UnifyKey? DoNotMerge,
    int Iterations,
    int IncrementalIterations,
    ImmutableArray<UnifyTable> Tables)
{
    /// <summary>The lookup's column of the id.</summary>
    public string Column => IsPersistent ? "persistent_id" : "canonical_id";
}
