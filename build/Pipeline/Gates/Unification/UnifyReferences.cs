using System.Collections.Immutable;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>Whether the names in <c>unify.yml</c> are those of keys, tables and ids (spec, cdp_phases §2.2).</summary>
internal sealed class UnifyReferences(YamlMapping root)
{
    /// <summary>The column <c>time</c> may stand among the keys of a persistent id.</summary>
    private const string Time = "time";

    private ImmutableArray<YamlMapping> Keys { get; } = [.. UnifyFile.List(root["keys"])];

    private ImmutableArray<YamlMapping> Tables { get; } = [.. UnifyFile.List(root["tables"])];

    public IEnumerable<FileProblem> Problems() =>
        [.. TableProblems(), .. KeyProblems(), .. IdKind.All.SelectMany(IdProblems), .. new UnifyMasters(this, root).Problems()];

    /// <summary>The ids of a kind.</summary>
    public IEnumerable<YamlMapping> Ids(IdKind kind) => UnifyFile.List(root[kind.Section]);

    /// <summary>The tables of this name, which is <c>as</c> where it is written.</summary>
    public IEnumerable<YamlMapping> Named(string? table) => Tables.Where(t => Alias(t) == table);

    public IEnumerable<string?> TableNames => Tables.Select(Alias);

    /// <summary>The keys of an id, and those of the ids it merges by.</summary>
    public HashSet<string> MergeKeys(IdKind kind, YamlMapping id) =>
        [.. Ancestors(kind, id).Append(id).SelectMany(i => UnifyFile.Names(i, "merge_by_keys")).Select(k => k.Text)];

    public static IEnumerable<string?> KeysOf(YamlMapping table) => UnifyFile.List(table["key_columns"]).Select(c => UnifyFile.Text(c, "key"));

    public static FileProblem Unknown(YamlNode at, string what, string name, IEnumerable<string?> known) =>
        UnifyFile.Problem(at, $"There is no {what} {name}.{Suggestion.For(name, known.OfType<string>())}");

    private static string? Alias(YamlMapping table) => UnifyFile.Text(table, "as") ?? UnifyFile.Text(table, "table");

    private IEnumerable<string?> KeyNames => Keys.Select(k => UnifyFile.Text(k, "name"));

    private IEnumerable<FileProblem> TableProblems() =>
    [
        .. from column in Tables.SelectMany(t => UnifyFile.List(t["key_columns"]))
           let key = UnifyFile.Value(column, "key") as YamlScalar
           where key is not null && !KeyNames.Contains(key.Text)
           select UnifyFile.Problem(
               key, $"The table names the key {key.Text}, which there is not.{Suggestion.For(key.Text, KeyNames.OfType<string>())}"),
        .. from twins in Tables.Where(t => Alias(t) is not null).GroupBy(Alias)
           from table in twins.Skip(1)
           select UnifyFile.Problem(table, $"Two tables have the name {twins.Key}. Give one of them another by as."),
    ];

    private IEnumerable<FileProblem> KeyProblems() =>
        from key in Keys
        let name = UnifyFile.Text(key, "name")
        where name is not null && !Tables.SelectMany(KeysOf).Contains(name)
        select UnifyFile.Problem(key, $"No table has a column for the key {name}.");

    private IEnumerable<FileProblem> IdProblems(IdKind kind)
    {
        var names = Ids(kind).Select(i => UnifyFile.Text(i, "name")).ToImmutableArray();
        return Ids(kind).SelectMany(id => (IEnumerable<FileProblem>)
        [
            .. UnifyFile.Names(id, "merge_by_keys")
                .Where(k => !KeyNames.Contains(k.Text) && !(kind.HasTime && k.Text == Time))
                .Select(k => Unknown(k, "key", k.Text, KeyNames)),
            .. UnifyFile.Names(id, kind.Parents).Where(p => !names.Contains(p.Text)).Select(p => Unknown(p, kind.Noun, p.Text, names)),
            .. UnifyFile.Names(id, "source_tables").Where(t => !Named(t.Text).Any()).Select(t => Unknown(t, "table", t.Text, TableNames)),
            .. MergeProblems(kind, id),
        ]);
    }

    private IEnumerable<FileProblem> MergeProblems(IdKind kind, YamlMapping id)
    {
        var keys = UnifyFile.Names(id, "merge_by_keys").Where(k => !kind.HasTime || k.Text != Time);
        if (!keys.Any() && UnifyFile.Names(id, kind.Parents).Count() < 2)
        {
            yield return UnifyFile.Problem(id, $"The id needs a key in merge_by_keys, or two ids at least in {kind.Parents}.");
        }

        if (Ancestors(kind, id).Contains(id))
        {
            yield return UnifyFile.Problem(id[kind.Parents]!, $"The {kind.Noun} {UnifyFile.Text(id, "name")} is merged by itself.");
        }

        if (id["do_not_merge_key"] is YamlScalar kept && !kind.HasTime && keys.FirstOrDefault()?.Text != kept.Text)
        {
            yield return UnifyFile.Problem(kept, $"{kept.Text} is not the first of merge_by_keys, which do_not_merge_key must be.");
        }
    }

    /// <summary>All ids by which this one is merged, and by which those are; itself too where they go round.</summary>
    private HashSet<YamlMapping> Ancestors(IdKind kind, YamlMapping id)
    {
        var found = new HashSet<YamlMapping>(ReferenceEqualityComparer.Instance);
        var open = new Stack<YamlMapping>([id]);
        while (open.TryPop(out var next))
        {
            var parents = UnifyFile.Names(next, kind.Parents).Select(p => p.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var parent in Ids(kind).Where(i => UnifyFile.Text(i, "name") is { } name && parents.Contains(name)).Where(found.Add))
            {
                open.Push(parent);
            }
        }

        return found;
    }

    /// <param name="Noun">For sentences.</param>
    /// <param name="Section">Where ids of the kind stand.</param>
    /// <param name="Parents">The field that names ids of the same kind which count as keys.</param>
    /// <param name="Field">The field of a master table that names an id of the kind.</param>
    /// <param name="HasTime">Whether <c>time</c> may stand among the keys; such an id has no do_not_merge_key.</param>
    internal sealed record IdKind(string Noun, string Section, string Parents, string Field, bool HasTime)
    {
        public static ImmutableArray<IdKind> All { get; } =
        [
            new("canonical id", "canonical_ids", "merge_by_canonical_ids", "canonical_id", HasTime: false),
            new("persistent id", "persistent_ids", "merge_by_persistent_ids", "persistent_id", HasTime: true),
        ];
    }
}
