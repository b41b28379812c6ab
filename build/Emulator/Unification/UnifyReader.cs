using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Unification;

/// <summary>Reads the body of <c>unifications/workflow_call</c>. What the service refuses is refused, with status 400.</summary>
internal sealed partial class UnifyReader(JsonObject body)
{
    private readonly JsonObject _unification = body["unification"] as JsonObject
        ?? throw ApiException.BadRequest("The request has no 'unification': put the content of unify.yml there.");

    public UnifyRules Read()
    {
        foreach (var flag in (string[])["run_enrichments", "run_master_tables"])
        {
            if (Flag(flag))
            {
                throw new ApiException(
                    501, $"The emulator does not run the service's own enrichments and master tables. Set {flag}: false; the project makes its own.");
            }
        }

        var keys = Keys().ToImmutableArray();
        var tables = Tables(keys).ToImmutableArray();
        var ids = ImmutableArray.CreateBuilder<UnifyId>();
        ids.AddRange(Ids("canonical", keys, tables));
        ids.AddRange(Ids("persistent", keys, tables));
        return ids.Count is 0
            ? throw ApiException.BadRequest("There is no id to compute: set run_canonical_ids or run_persistent_ids, and name the id in unify.yml.")
            : new UnifyRules
            {
                Name = Name(_unification, "name"),
                FullRefresh = Flag("full_refresh"),
                KeepDebugTables = Flag("keep_debug_tables"),
                Keys = keys,
                Tables = tables,
                Ids = ids.ToImmutable(),
            };
    }

    private IEnumerable<UnifyKey> Keys() => List(_unification, "keys").Select((key, n) => new UnifyKey(
        n + 1,
        Name(key, "name"),
        key["valid_regexp"] is { } pattern ? Text(pattern) : null,
        [.. (key["invalid_texts"] as JsonArray ?? []).Where(t => t is not null).Select(t => Text(t!))]));

    private IEnumerable<UnifyTable> Tables(ImmutableArray<UnifyKey> keys) => List(_unification, "tables").Select((table, n) => new UnifyTable(
        n + 1,
        Name(table, "database"),
        Name(table, "table"),
        table["as"] is null ? Name(table, "table") : Name(table, "as"),
        table["incremental_columns"] is JsonArray { Count: 1 } columns && Text(columns[0]!) == "time",
        [.. List(table, "key_columns").Select(c => new UnifyColumn(Name(c, "column"), Find(keys, k => k.Name, Name(c, "key"), "key")))]));

    private IEnumerable<UnifyId> Ids(string kind, ImmutableArray<UnifyKey> keys, ImmutableArray<UnifyTable> tables)
    {
        if (!Flag($"run_{kind}_ids"))
        {
            yield break;
        }

        var written = List(_unification, $"{kind}_ids").Select(id => (Name: Name(id, "name"), Rules: id)).ToList();
        if (written.GroupBy(w => w.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw ApiException.BadRequest($"There are two {kind} ids '{twice.Key}'.");
        }

        var known = new List<UnifyId>();
        foreach (var (name, _) in written)
        {
            Resolve(name, []);
        }

        foreach (var id in known)
        {
            yield return id;
        }

        UnifyId Resolve(string name, ImmutableArray<string> way)
        {
            if (known.FirstOrDefault(k => k.Name == name) is { } done)
            {
                return done;
            }

            if (way.Contains(name))
            {
                throw ApiException.BadRequest($"The {kind} id '{name}' is merged by itself.");
            }

            var rules = Find(written.Select(w => w.Rules), w => Name(w, "name"), name, $"{kind} id");
            var read = Id(rules, kind, keys, tables, [.. Names(rules, $"merge_by_{kind}_ids").Select(p => Resolve(p, way.Add(name)))]);
            known.Add(read);
            return read;
        }
    }

    private static UnifyId Id(
        JsonObject id, string kind, ImmutableArray<UnifyKey> keys, ImmutableArray<UnifyTable> tables, ImmutableArray<UnifyId> parents)
    {
        UnifyId read = new(
            Name(id, "name"),
            kind == "persistent",
            [.. Names(id, "merge_by_keys").Where(k => k != "time").Select(k => Find(keys, x => x.Name, k, "key"))],
            parents,
            id["do_not_merge_key"] is { } kept ? Find(keys, x => x.Name, Text(kept), "key") : null,
            Iterations(id, "merge_iterations", 3),
            Iterations(id, "incremental_merge_iterations", 2),
            id["source_tables"] is null ? tables : [.. Names(id, "source_tables").Select(t => Find(tables, x => x.Alias, t, "table"))]);
        Check(read);
        return read;
    }

    private static void Check(UnifyId id)
    {
        if (id.Keys.IsEmpty && id.Parents.Length < 2)
        {
            throw ApiException.BadRequest($"The id '{id.Name}' needs merge_by_keys, or at least two ids to merge by.");
        }

        if (id.DoNotMerge is { } kept && id.Keys.FirstOrDefault() != kept)
        {
            throw ApiException.BadRequest($"do_not_merge_key of '{id.Name}' must be the first of its merge_by_keys.");
        }
    }

    private static int Iterations(JsonObject id, string name, int otherwise)
    {
        var text = id[name] is { } given ? Text(given) : null;
        return text is null ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 49 ? n
            : throw ApiException.BadRequest($"{name} must be a number from 1 to 49, not '{text}'.");
    }

    private bool Flag(string name) => body[name]?.ToString() == "true";

    private static T Find<T>(IEnumerable<T> all, Func<T, string> name, string wanted, string kind)
        where T : class =>
        all.FirstOrDefault(x => name(x) == wanted) ?? throw ApiException.BadRequest($"There is no {kind} '{wanted}'.");

    private static IEnumerable<JsonObject> List(JsonObject map, string name) => map[name] is JsonArray list
        ? list.Select(item => item as JsonObject ?? throw ApiException.BadRequest($"Every item of {name} must be a map."))
        : throw ApiException.BadRequest($"'{name}' is missing.");

    private static IEnumerable<string> Names(JsonObject map, string name) =>
        (map[name] as JsonArray ?? []).Select(item => Text(item ?? throw ApiException.BadRequest($"{name} has an empty item.")));

    private static string Name(JsonObject map, string name)
    {
        var text = Text(map[name] ?? throw ApiException.BadRequest($"'{name}' is missing."));
        return NamePattern().IsMatch(text) ? text : throw ApiException.BadRequest($"'{text}' is not a name; {name} must match ^[a-zA-Z_][a-zA-Z0-9_]*$.");
    }

    private static string Text(JsonNode node) => node is JsonValue value
        ? value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : throw ApiException.BadRequest($"'{node.ToJsonString()}' must be a text.");

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex NamePattern();
}
