using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>By what one id is merged.</summary>
/// <param name="Keys">From the most trusted on.</param>
/// <param name="Parents">Ids that count as keys, behind them.</param>
/// <param name="Tables">Names of the tables whose records have it; null for all.</param>
internal sealed record IdRule(string Name, ImmutableArray<string> Keys, ImmutableArray<string> Parents, ImmutableArray<string>? Tables)
{
    /// <summary>The rule of the id that everything is for, under the name of its column.</summary>
    public static IdRule Main(UnificationConfig config) => new(
        config.IdName,
        config.MergeByKeys ?? [.. KeyDefaults.Keys(config).Select(k => k.Name)],
        config.IdMethod is IdMethod.CanonicalId ? config.MergeByCanonicalIds : config.MergeByPersistentIds,
        null);

    /// <summary>The rules of the ids that come before it, as they are written.</summary>
    public static ImmutableArray<IdRule> Others(UnificationConfig config) =>
    [
        .. config.Ids.Select(id => new IdRule(
            id.Name, id.MergeByKeys, config.IdMethod is IdMethod.CanonicalId ? id.MergeByCanonicalIds : id.MergeByPersistentIds, id.SourceTables)),
    ];

    /// <summary>The ids that this one needs, each behind those that it needs itself; null when they need each other in a circle.</summary>
    public ImmutableArray<IdRule>? Before(IReadOnlyList<IdRule> others)
    {
        var found = ImmutableArray.CreateBuilder<IdRule>();
        return Visit(this, []) ? found.ToImmutable() : null;

        bool Visit(IdRule rule, ImmutableArray<string> way)
        {
            foreach (var parent in rule.Parents.Select(p => others.FirstOrDefault(o => o.Name == p)).OfType<IdRule>())
            {
                if (way.Contains(parent.Name) || (!found.Contains(parent) && !Visit(parent, way.Add(parent.Name))))
                {
                    return false;
                }

                if (!found.Contains(parent))
                {
                    found.Add(parent);
                }
            }

            return true;
        }
    }
}
