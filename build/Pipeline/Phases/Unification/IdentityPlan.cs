using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The phase with everything decided.</summary>
internal sealed record IdentityPlan
{
    public const int ComponentRounds = 16;

    private const int LeaderRounds = 49;

    /// <summary>The name of the unification: <c>customer_360</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>{client}_{name}</c>.</summary>
    public required string Prefix { get; init; }

    public required string Client { get; init; }

    public required string SourceDatabase { get; init; }

    public required string StagingDatabase { get; init; }

    public required string Database { get; init; }

    public required string LookupDatabase { get; init; }

    public required UnificationConfig Config { get; init; }

    /// <summary>In the order of their type numbers.</summary>
    public required ImmutableArray<IdentityKey> Keys { get; init; }

    public required ImmutableArray<IdentityTable> Tables { get; init; }

    /// <summary>Ids whose values are among the keys: found before this one.</summary>
    public ImmutableArray<IdentityPlan> Parents { get; init; } = [];

    /// <summary>All ids that must be found before this one, each behind those that it needs itself.</summary>
    public ImmutableArray<IdentityPlan> Before { get; init; } = [];

    /// <summary>Where the files of an id stand that is found for another one: <c>household/</c>; empty for the id itself.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>What graph and lookup are called by: <c>{client}_{name}_unified_id</c>, as the seed has it, or <c>{client}_{name}_household</c>.</summary>
    public string IdPrefix => Folder.Length is 0 ? $"{Prefix}_unified_id" : Prefix;

    /// <summary>Where the records are read: cleaned tables, or the same with the ids found before.</summary>
    public string RecordDatabase => Before.IsEmpty ? StagingDatabase : Database;

    public bool Persistent => Config.IdMethod is IdMethod.PersistentId;

    /// <summary>Two values of this key never become one person; null where every link joins.</summary>
    public IdentityKey? DoNotMerge => Keys.FirstOrDefault(k => k.Name == Config.DoNotMergeKey);

    /// <summary>With <c>do_not_merge_key</c> persons are no components: leaders are compared round by round, as the service does.</summary>
    public bool LeaderLoop => DoNotMerge is not null;

    /// <summary>The plan as if a key were not there.</summary>
    /// <exception cref="PipelineException">There is no such key, or no other.</exception>
    public IdentityPlan Without(string key)
    {
        if (Keys.All(k => k.Name != key))
        {
            throw new PipelineException($"There is no key '{key}'.{Suggestion.For(key, Keys.Select(k => k.Name))}", ExitCode.WrongInput);
        }

        ImmutableArray<IdentityKey> kept = [.. Keys.Where(k => k.Name != key)];
        return kept.IsEmpty
            ? throw new PipelineException($"{key} is the only key; without it there are no persons.", ExitCode.WrongInput)
            : this with { Keys = kept, Tables = [.. Tables.Select(t => t with { Columns = [.. t.Columns.Where(c => c.Alias.Key.Name != key)] })] };
    }

    /// <summary>Where TD's own service keeps its tables: <c>cdp_unification_{name}</c>.</summary>
    public string ServiceDatabase => $"cdp_unification_{Name}";

    /// <summary>Most rounds; components need 13 for a chain of a million, the leader loop about one for each factor 1.6.</summary>
    public int Rounds => Math.Min(Config.MergeIterations ?? MostRounds, MostRounds);

    public int MostRounds => LeaderLoop ? LeaderRounds : ComponentRounds;

    /// <summary>Whether only what changed is resolved. In the leader loop a new link may move persons that it does not touch.</summary>
    public bool Incremental => Config.UpdateStrategy is UpdateStrategy.Incremental && !LeaderLoop;

    /// <summary>The keys from the most trusted on.</summary>
    public ImmutableArray<IdentityKey> ByTrust => [.. Keys.OrderBy(k => k.Priority)];

    /// <summary>The key columns of the wide table: the most trusted key first, each as often as some table has it.</summary>
    public ImmutableArray<KeyAlias> Aliases =>
    [
        .. from key in ByTrust
           let most = Tables.Max(t => t.Columns.Count(c => c.Alias.Key == key))
           from n in Enumerable.Range(1, most)
           select new KeyAlias(key, n),
    ];
}

/// <param name="Type">Its 1-based position in <c>keys:</c>; TD calls it key_type or ns.</param>
/// <param name="Priority">Its 1-based position in <c>merge_by_keys:</c>.</param>
internal sealed record IdentityKey(
    string Name, int Type, int Priority, string? ValidRegexp, ImmutableArray<string> InvalidTexts, string? MaskedRegexp);

/// <summary>A key's n-th column in the wide table: <c>email</c>, <c>email__2</c>.</summary>
internal sealed record KeyAlias(IdentityKey Key, int Number)
{
    public string Name => Number is 1 ? Key.Name : $"{Key.Name}__{Number}";
}

/// <param name="Id">Its 1-based position; TD calls it table_id.</param>
/// <param name="Name">As the configuration calls it: <c>shop_customers</c>.</param>
/// <param name="Table">The staging table.</param>
/// <param name="Records">The table that is read: the staging table, or the same with the ids found before.</param>
internal sealed record IdentityTable(
    int Id,
    string Name,
    string Table,
    string Records,
    string Prep,
    string Enriched,
    SqlEngine Engine,
    ImmutableArray<string> BucketColumns,
    ImmutableArray<KeyColumn> Columns,
    ImmutableArray<ColumnDescription> AllColumns);

internal sealed record KeyColumn(string Column, KeyAlias Alias);
