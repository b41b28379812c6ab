using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What can be wrong with the ids and what they are merged by (cdp_phases §2.2).</summary>
internal sealed class IdReview(PipelineConfig config)
{
    private UnificationConfig Phase => config.Unification;

    private ImmutableArray<string> Keys => [.. KeyDefaults.Keys(Phase).Select(k => k.Name)];

    private ImmutableArray<IdRule> Others => IdRule.Others(Phase);

    private string Method => SnakeCase.Of(Phase.IdMethod);

    private string MergeByIds => $"merge_by_{Method}s";

    public IEnumerable<ConfigProblem> Problems() => Phase.Ids.IsEmpty ? OnlyId() : OnlyId().Concat(Ids()).Concat(Rules());

    /// <summary>The id itself.</summary>
    private IEnumerable<ConfigProblem> OnlyId()
    {
        var main = IdRule.Main(Phase);
        if (Phase.Ids.IsEmpty && !main.Keys.Order(StringComparer.Ordinal).SequenceEqual(Keys.Order(StringComparer.Ordinal)))
        {
            yield return new("unification.merge_by_keys", $"The list must hold each key once: {string.Join(", ", Keys)}.");
        }

        if (!Phase.Ids.IsEmpty && Phase.MergeByKeys is null)
        {
            yield return new("unification.ids", "Where there are further ids, say in merge_by_keys which keys are this id's own; [] where it has none.");
        }

        foreach (var problem in Rule(main, "unification", WrongKind(Phase.MergeByCanonicalIds, Phase.MergeByPersistentIds)))
        {
            yield return problem;
        }
    }

    private IEnumerable<ConfigProblem> Ids()
    {
        if (Phase.Engine is UnificationEngine.Hosted)
        {
            yield return new("unification.ids", "With engine: hosted one id is found. Use engine: workflow for several.");
        }

        for (var n = 0; n < Phase.Ids.Length; n++)
        {
            var (id, path) = (Phase.Ids[n], $"unification.ids[{n}]");
            if (Keys.Append(Phase.IdName).Append("time").Concat(Phase.Ids.Take(n).Select(i => i.Name)).Contains(id.Name))
            {
                yield return new($"{path}.name", $"There is a key or an id '{id.Name}' already.");
            }

            foreach (var problem in Rule(Others[n], path, WrongKind(id.MergeByCanonicalIds, id.MergeByPersistentIds)).Concat(Tables(id, path)))
            {
                yield return problem;
            }
        }
    }

    /// <summary>All of them together.</summary>
    private IEnumerable<ConfigProblem> Rules()
    {
        var main = IdRule.Main(Phase);
        if (main.Before(Others) is not { } before)
        {
            yield return new("unification.ids", "The ids are merged by each other in a circle: none of them can be found first.");
            yield break;
        }

        foreach (var unused in Others.Where(o => before.All(b => b.Name != o.Name)))
        {
            yield return new("unification.ids", $"Nothing is merged by the id '{unused.Name}'. Name it in {MergeByIds}, or remove it.");
        }

        foreach (var unused in Keys.Except(Others.Append(main).SelectMany(r => r.Keys)))
        {
            yield return new("unification.keys", $"No id is merged by the key '{unused}'. Name it in some merge_by_keys, or remove it.");
        }
    }

    private IEnumerable<ConfigProblem> Rule(IdRule rule, string path, ImmutableArray<string> wrong)
    {
        if (!wrong.IsEmpty)
        {
            yield return new(path, $"Ids of id_method: {Method} are merged by {MergeByIds}.");
        }

        foreach (var (names, known, field, kind) in new[] { (rule.Keys, Keys, "merge_by_keys", "key"), (rule.Parents, [.. Others.Select(o => o.Name)], MergeByIds, "id") })
        {
            for (var n = 0; n < names.Length; n++)
            {
                if (names.Take(n).Contains(names[n]))
                {
                    yield return new($"{path}.{field}[{n}]", $"The {kind} '{names[n]}' is named twice.");
                }
                else if (!known.Contains(names[n]) && (kind is "id" || !Phase.Ids.IsEmpty))
                {
                    yield return new($"{path}.{field}[{n}]", $"There is no {kind} '{names[n]}'.{Suggestion.For(names[n], known)}");
                }
            }
        }

        if (rule.Keys.IsEmpty && rule.Parents.Length < 2)
        {
            yield return new(path, $"The id '{rule.Name}' needs a key in merge_by_keys, or two ids at least in {MergeByIds}.");
        }
    }

    private IEnumerable<ConfigProblem> Tables(IdConfig id, string path)
    {
        ImmutableArray<string> known = [.. PipelineResolver.Resolve(config).Unification.Tables.Select(t => t.Id)];
        return
            from table in (id.SourceTables ?? []).Select((t, n) => (Name: t, Path: $"{path}.source_tables[{n}]"))
            where !known.Contains(table.Name)
            select new ConfigProblem(table.Path, $"The table '{table.Name}' is not unified.{Suggestion.For(table.Name, known)}");
    }

    private ImmutableArray<string> WrongKind(ImmutableArray<string> canonical, ImmutableArray<string> persistent) =>
        Phase.IdMethod is IdMethod.CanonicalId ? persistent : canonical;
}
