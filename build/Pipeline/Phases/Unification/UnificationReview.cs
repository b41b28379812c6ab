using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What can be wrong with the phase's settings although each is of the right form.</summary>
internal sealed class UnificationReview(PipelineConfig config)
{
    private const int MostInvalidTexts = 127;

    private UnificationConfig Phase => config.Unification;

    private ImmutableArray<IdentityKey> Keys => KeyDefaults.Keys(Phase);

    public IEnumerable<ConfigProblem> Problems() => KeyRules().Concat(MergeRules()).Concat(TableRules()).Concat(MasterRules());

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
        if (Phase.MergeByKeys is { } trust && !trust.Order(StringComparer.Ordinal).SequenceEqual(Keys.Select(k => k.Name).Order(StringComparer.Ordinal)))
        {
            yield return new(
                "unification.merge_by_keys",
                $"The list must hold each key once: {string.Join(", ", Keys.Select(k => k.Name))}.");
        }
    }

    private IEnumerable<ConfigProblem> TableRules() =>
        from table in (Phase.Tables ?? []).Select((t, n) => (t.KeyColumns, Path: $"unification.tables[{n}].key_columns"))
        from column in (table.KeyColumns ?? []).Select((c, n) => (c.Key, Path: $"{table.Path}[{n}].key"))
        where Keys.All(k => k.Name != column.Key)
        select new ConfigProblem(
            column.Path, $"There is no key '{column.Key}'.{Suggestion.For(column.Key, Keys.Select(k => k.Name))}");

    private IEnumerable<ConfigProblem> MasterRules()
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
