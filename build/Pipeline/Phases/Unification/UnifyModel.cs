using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The ids and their tables as <c>unify.yml</c> tells them.</summary>
internal sealed class UnifyModel(IdentityPlan plan)
{
    private ImmutableArray<IdentityPlan> Plans => [.. plan.Before, plan];

    /// <summary>The keys of all ids; no ids.</summary>
    public ImmutableArray<KeyModel> Keys =>
        [.. KeyDefaults.Keys(plan.Config).Where(k => Plans.Any(p => p.Keys.Any(o => o.Name == k.Name))).Select(KeyModel.Of)];

    /// <summary>The staging tables, each with the key columns of every id.</summary>
    public ImmutableArray<UnifyTableModel> Tables =>
    [
        .. plan.Tables.Select(t => new UnifyTableModel(
            plan.StagingDatabase,
            t.Table,
            [
                .. Plans.SelectMany(p => p.Tables.Where(o => o.Name == t.Name).SelectMany(o => o.Columns))
                    .Where(c => Keys.Any(k => k.Name == c.Alias.Key.Name))
                    .Select(c => new AliasModel(c.Column, c.Column, c.Alias.Key.Name)).Distinct(),
            ])),
    ];

    public ImmutableArray<UnifyIdModel> Ids =>
    [
        .. Plans.Select(p => new UnifyIdModel(
            p.Config.IdName,
            [.. p.ByTrust.Where(k => p.Parents.All(o => o.Config.IdName != k.Name)).Select(k => k.Name)],
            [.. p.Parents.Select(o => o.Config.IdName)],
            [.. p.Tables.Select(t => t.Table)],
            p.DoNotMerge?.Name)),
    ];
}

internal sealed record UnifyTableModel(string Database, string Table, ImmutableArray<AliasModel> KeyColumns);

internal sealed record UnifyIdModel(
    string Name, ImmutableArray<string> Keys, ImmutableArray<string> Parents, ImmutableArray<string> Tables, string? DoNotMergeKey);
