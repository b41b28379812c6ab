using Cdp.Pipeline.Ports;
using Cdp.Yaml;
using IdKind = Cdp.Pipeline.Gates.Unification.UnifyReferences.IdKind;

namespace Cdp.Pipeline.Gates.Unification;

/// <summary>Whether a master table has one id, and attributes whose tables that id reaches (spec, cdp_phases §2.2).</summary>
internal sealed class UnifyMasters(UnifyReferences references, YamlMapping root)
{
    private static readonly string[] _origins = ["source_columns", "source_canonical_id", "source_persistent_id"];

    public IEnumerable<FileProblem> Problems() => UnifyFile.List(root["master_tables"]).SelectMany(Master);

    private IEnumerable<FileProblem> Master(YamlMapping master)
    {
        var ids = IdKind.All.Where(k => UnifyFile.Value(master, k.Field) is not null).ToList();
        IEnumerable<FileProblem> attributes = [.. UnifyFile.List(master["attributes"]).SelectMany(Attribute)];
        return ids is [var kind]
            ? [.. Id(master, kind.Field, kind), .. attributes, .. Reached(master, kind)]
            : attributes.Prepend(UnifyFile.Problem(master, "A master table has exactly one of canonical_id and persistent_id."));
    }

    private IEnumerable<FileProblem> Attribute(YamlMapping attribute)
    {
        if (_origins.Count(o => UnifyFile.Value(attribute, o) is not null) is not 1)
        {
            yield return UnifyFile.Problem(attribute, $"An attribute has exactly one of {string.Join(", ", _origins)}.");
        }

        foreach (var problem in IdKind.All.SelectMany(k => Id(attribute, $"source_{k.Field}", k)).Concat(Sources(attribute)))
        {
            yield return problem;
        }
    }

    private IEnumerable<FileProblem> Id(YamlMapping map, string field, IdKind kind)
    {
        var names = references.Ids(kind).Select(i => UnifyFile.Text(i, "name")).ToList();
        return UnifyFile.Value(map, field) is YamlScalar id && !names.Contains(id.Text)
            ? [UnifyReferences.Unknown(id, kind.Noun, id.Text, names)]
            : [];
    }

    private IEnumerable<FileProblem> Sources(YamlMapping attribute)
    {
        var sources = UnifyFile.List(attribute["source_columns"]).ToList();
        return
        [
            .. from source in sources
               let table = UnifyFile.Value(source, "table") as YamlScalar
               where table is not null && !references.Named(table.Text).Any()
               select UnifyReferences.Unknown(table, "table", table.Text, references.TableNames),
            .. from same in sources.GroupBy(s => UnifyFile.Text(s, "priority"))
               from source in same.Skip(same.Key is null && sources.Count > 1 ? 0 : 1)
               select UnifyFile.Problem(source, same.Key is null
                   ? "Of several source_columns each has a priority; this one has none."
                   : $"Two source_columns have the priority {same.Key}; each has its own."),
        ];
    }

    /// <summary>The service refuses attributes of tables in which the master's id has no key.</summary>
    private IEnumerable<FileProblem> Reached(YamlMapping master, IdKind kind) =>
        from id in references.Ids(kind).Where(i => UnifyFile.Text(i, "name") == UnifyFile.Text(master, kind.Field)).Take(1)
        let keys = references.MergeKeys(kind, id)
        from source in UnifyFile.List(master["attributes"]).SelectMany(a => UnifyFile.List(a["source_columns"]))
        from table in references.Named(UnifyFile.Text(source, "table")).Take(1)
        where !UnifyReferences.KeysOf(table).Any(k => k is not null && keys.Contains(k))
        select UnifyFile.Problem(
            source, $"{UnifyFile.Text(source, "table")} has no key of the {kind.Noun} {UnifyFile.Text(id, "name")}: its rows belong to nobody.");
}
