using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Phases.Unification;

namespace Cdp.Pipeline.Identities;

/// <summary>How the persons would change under other rules, over the same cleaned rows.</summary>
internal sealed class WhatIf
{
    private const int Examples = 10;

    private readonly Names _names;

    private WhatIf(Partition now, Partition then, Names names)
    {
        (Now, Then, _names) = (now, then, names);
        Splits = [.. Changes(now, then)];
        Merges = [.. Changes(then, now)];
        Lost = now.Identifiers.Count(k => then.PersonOf(k) is null);
        Gained = then.Identifiers.Count(k => now.PersonOf(k) is null);
    }

    public Partition Now { get; }

    public Partition Then { get; }

    /// <summary>Persons of now of which several would be made, the largest first.</summary>
    public ImmutableArray<Change> Splits { get; }

    /// <summary>Persons of then that several of now would become, the largest first.</summary>
    public ImmutableArray<Change> Merges { get; }

    /// <summary>Values that would be identifiers no more.</summary>
    public int Lost { get; }

    public int Gained { get; }

    /// <summary>Compares by value and by the key's name, since other rules may number the keys otherwise.</summary>
    public static WhatIf Compare(
        (IdentityPlan Plan, IReadOnlyList<IdentityRecord> Records) now, (IdentityPlan Plan, IReadOnlyList<IdentityRecord> Records) then)
    {
        var names = new Names([.. now.Plan.Keys.Concat(then.Plan.Keys).Select(k => k.Name).Distinct()]);
        return new(names.Of(now.Plan, now.Records), names.Of(then.Plan, then.Records), names);
    }

    public string Text(string rules)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{rules}; nothing has been changed.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{string.Empty,-24}{"now",12}{"then",12}{"change",12}");
        Line(text, "persons", Now.Persons.Count, Then.Persons.Count);
        Line(text, "identifiers", Now.Identifiers.Count(), Then.Identifiers.Count());
        Line(text, "largest person", Now.Largest, Then.Largest);
        Line(text, "rows without a person", Now.RowsWithout, Then.RowsWithout);
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Splits.Length:N0} {(Splits.Length is 1 ? "person" : "persons")} would fall apart, {Merges.Length:N0} would come together from several.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Lost:N0} {(Lost is 1 ? "value" : "values")} would be identifiers no more, {Gained:N0} would become some.");
        List(text, "would fall apart into", Splits);
        List(text, "would come together from", Merges);
        return text.ToString();
    }

    public JsonObject Json() => new()
    {
        ["now"] = Json(Now),
        ["then"] = Json(Then),
        ["splits"] = Json(Splits),
        ["merges"] = Json(Merges),
        ["identifiers_lost"] = Lost,
        ["identifiers_gained"] = Gained,
    };

    private static IEnumerable<Change> Changes(Partition whole, Partition pieces) =>
        from person in whole.Persons
        let parts = person.GroupBy(pieces.PersonOf).Where(g => g.Key is not null)
            .Select(g => g.OrderBy(k => k.Type).ThenBy(k => k.Value, StringComparer.Ordinal).ToImmutableArray()).ToImmutableArray()
        where parts.Length > 1
        orderby person.Length descending, parts[0][0].Value
        select new Change([.. parts.OrderByDescending(p => p.Length).ThenBy(p => p[0].Value, StringComparer.Ordinal)]);

    private static void Line(StringBuilder text, string name, long now, long then) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{name,-24}{now,12:N0}{then,12:N0}{then - now,12:+#,0;-#,0;0}");

    private void List(StringBuilder text, string verb, ImmutableArray<Change> changes)
    {
        foreach (var change in changes.Take(Examples))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{change.Size} identifiers {verb} {change.Parts.Length} persons:");
            foreach (var part in change.Parts)
            {
                text.AppendLine($"  - {string.Join(", ", part.Take(Examples).Select(_names.Of))}{(part.Length > Examples ? ", …" : string.Empty)}");
            }
        }

        if (changes.Length > Examples)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"… and {changes.Length - Examples:N0} more, in --format=json.");
        }
    }

    private static JsonObject Json(Partition partition) => new()
    {
        ["persons"] = partition.Persons.Count,
        ["identifiers"] = partition.Identifiers.Count(),
        ["largest_person"] = partition.Largest,
        ["rows_without_person"] = partition.RowsWithout,
    };

    private JsonArray Json(ImmutableArray<Change> changes) => new(
        [.. changes.Select(c => new JsonArray([.. c.Parts.Select(p => new JsonArray([.. p.Select(k => (JsonNode)_names.Of(k))]))]))]);

    /// <summary>The parts of one person, the largest first.</summary>
    internal sealed record Change(ImmutableArray<ImmutableArray<Identifier>> Parts)
    {
        public int Size => Parts.Sum(p => p.Length);
    }

    /// <summary>Numbers for the keys of both plans.</summary>
    private sealed class Names(ImmutableArray<string> keys)
    {
        public string Of(Identifier identifier) => $"{identifier.Value} ({keys[identifier.Type]})";

        public Partition Of(IdentityPlan plan, IReadOnlyList<IdentityRecord> records)
        {
            var renumbered = plan with { Keys = [.. plan.Keys.Select(k => k with { Type = keys.IndexOf(k.Name) })] };
            var types = plan.Keys.ToDictionary(k => k.Type, k => keys.IndexOf(k.Name));
            return Partition.Of(
                [.. records.Select(r => r with { Keys = [.. r.Keys.Select(k => k with { Type = types[k.Type] })] })], renumbered);
        }
    }
}
