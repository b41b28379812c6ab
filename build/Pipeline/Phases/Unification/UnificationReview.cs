using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What can be wrong with the phase's settings although each is of the right form.</summary>
internal sealed class UnificationReview(PipelineConfig config)
{
    private const int MostInvalidTexts = 127;

    private const int MostAttributes = 512;

    /// <summary>What the master table has besides its attributes.</summary>
    private static readonly string[] _ownColumns = ["first_seen_at", "last_seen_at", "ids", "time"];

    private UnificationConfig Phase => config.Unification;

    private ImmutableArray<IdentityKey> Keys => KeyDefaults.Keys(Phase);

    public IEnumerable<ConfigProblem> Problems() => KeyRules().Concat(new IdReview(config).Problems()).Concat(MergeRules()).Concat(TableRules()).Concat(MasterRules());

    private IEnumerable<ConfigProblem> KeyRules()
    {
        ImmutableArray<KeyConfig> keys = Phase.Keys ?? [];
        for (var n = 0; n < keys.Length; n++)
        {
            if (keys.Take(n).Any(k => k.Name == keys[n].Name))
            {
                yield return new($"unification.keys[{n}].name", $"There are two keys '{keys[n].Name}'.");
            }

            if (keys[n].InvalidTexts is { Length: > MostInvalidTexts })
            {
                yield return new($"unification.keys[{n}].invalid_texts", $"There are more than {MostInvalidTexts} texts.");
            }

            foreach (var (name, pattern) in new[] { ("valid_regexp", keys[n].ValidRegexp), ("masked_regexp", keys[n].MaskedRegexp) })
            {
                if (pattern is not null && !Compiles(pattern))
                {
                    yield return new($"unification.keys[{n}].{name}", $"'{pattern}' is not a regular expression.");
                }
            }
        }
    }

    private IEnumerable<ConfigProblem> MergeRules()
    {
        if (Phase.DoNotMergeKey is { } kept)
        {
            if (IdRule.Main(Phase).Keys.FirstOrDefault() != kept)
            {
                yield return new("unification.do_not_merge_key", $"'{kept}' must be the first of merge_by_keys: the most trusted key.");
            }

            if (Phase.IdMethod is not IdMethod.CanonicalId)
            {
                yield return new("unification.do_not_merge_key", "It needs id_method: canonical_id; the service has it for no other.");
            }
        }
        else if (Phase.Engine is UnificationEngine.Workflow && Phase.MergeIterations > IdentityPlan.ComponentRounds)
        {
            yield return new(
                "unification.merge_iterations",
                $"More than {IdentityPlan.ComponentRounds} rounds are never needed without do_not_merge_key: a chain of a million needs 13.");
        }
    }

    private IEnumerable<ConfigProblem> TableRules() =>
        from table in (Phase.Tables ?? []).Select((t, n) => (t.KeyColumns, Path: $"unification.tables[{n}].key_columns"))
        from column in (table.KeyColumns ?? []).Select((c, n) => (c.Key, Path: $"{table.Path}[{n}].key"))
        where Keys.All(k => k.Name != column.Key)
        select new ConfigProblem(
            column.Path, $"There is no key '{column.Key}'.{Suggestion.For(column.Key, Keys.Select(k => k.Name))}");

    private IEnumerable<ConfigProblem> MasterRules() => AttributeRules().Concat(SourceRules());

    private IEnumerable<ConfigProblem> AttributeRules()
    {
        if (Phase.Master.Length > MostAttributes)
        {
            yield return new("unification.master", $"There are more than {MostAttributes} attributes.");
        }

        for (var n = 0; n < Phase.Master.Length; n++)
        {
            var (attribute, path) = (Phase.Master[n], $"unification.master[{n}]");
            if (_ownColumns.Append(Phase.IdName).Contains(attribute.Name) || Phase.Master.Take(n).Any(a => a.Name == attribute.Name))
            {
                yield return new($"{path}.name", $"The master table has another column '{attribute.Name}'.");
            }

            if (attribute.InvalidTexts.Length > MostInvalidTexts)
            {
                yield return new($"{path}.invalid_texts", $"There are more than {MostInvalidTexts} texts.");
            }

            if (attribute.ValidRegexp is { } pattern && !Compiles(pattern))
            {
                yield return new($"{path}.valid_regexp", $"'{pattern}' is not a regular expression.");
            }

            if (Origins(attribute) is not 1)
            {
                yield return new(path, "Say where its values come from: one of source_columns, source_canonical_id and source_persistent_id.");
            }

            var id = Phase.IdMethod is IdMethod.CanonicalId ? attribute.SourceCanonicalId : attribute.SourcePersistentId;
            if (Origins(attribute) is 1 && attribute.SourceColumns.IsEmpty && id != Phase.IdName && Phase.Ids.All(i => i.Name != id))
            {
                yield return new(
                    path,
                    $"There is no such id. Found here: {SnakeCase.Of(Phase.IdMethod)} {string.Join(", ", Phase.Ids.Select(i => i.Name).Prepend(Phase.IdName))}.");
            }
        }
    }

    private static int Origins(AttributeConfig attribute) =>
        (attribute.SourceColumns.IsEmpty ? 0 : 1) + (attribute.SourceCanonicalId is null ? 0 : 1) + (attribute.SourcePersistentId is null ? 0 : 1);

    private IEnumerable<ConfigProblem> SourceRules()
    {
        var tables = PipelineResolver.Resolve(config).Unification.Tables.Select(t => t.Id).ToList();
        return
            from attribute in Phase.Master.Select((a, n) => (a.SourceColumns, Path: $"unification.master[{n}].source_columns"))
            from source in attribute.SourceColumns.Select((s, n) => (s.Table, Path: $"{attribute.Path}[{n}].table"))
            where !tables.Contains(source.Table)
            select new ConfigProblem(
                source.Path, $"The table '{source.Table}' is not unified.{Suggestion.For(source.Table, tables)}");
    }

    private static bool Compiles(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
