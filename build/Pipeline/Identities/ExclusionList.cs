using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Identities;

/// <summary>Values that shall join nobody: whom they touch, and how they get onto the list.</summary>
internal sealed class ExclusionList(IPlatform platform, IdentityPlan plan)
{
    private readonly IdentityText _text = new(plan);
    private readonly IdentityReader _reader = new(platform, plan);

    /// <summary>Who would be touched, by the persons of the last run.</summary>
    public async Task<ImmutableArray<Touched>> TouchedAsync(IdentityKey key, IEnumerable<string> values, CancellationToken cancellation)
    {
        var touched = ImmutableArray.CreateBuilder<Touched>();
        foreach (var value in values)
        {
            var identifier = new Identifier(key.Type, value);
            var result = await platform.QueryAsync(
                new(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""SELECT {_text.Id} AS "person", "leader_id", "leader_ns" FROM {_text.Lookup} WHERE "id" = {Sql.Text(value)} AND "id_key_type" = {key.Type}"""),
                    plan.Database),
                cancellation);
            for (var row = 0; row < result.Rows.Length; row++)
            {
                var leader = new Identifier((int)result.Number("leader_ns", row), result.Text("leader_id", row)!);
                touched.Add(Touch(identifier, result.Text("person", row)!, await _reader.PersonAsync(leader, cancellation)));
            }

            if (result.Rows.Length == 0)
            {
                touched.Add(new(identifier, null, 0, 0, 0));
            }
        }

        return touched.ToImmutable();
    }

    /// <summary>Adds what is not there yet; repeating it changes nothing.</summary>
    public async Task AddAsync(
        IdentityKey key, IReadOnlyList<string> values, IReadOnlyList<string> tables, string note, DateTimeOffset now, CancellationToken cancellation)
    {
        await platform.CreateDatabaseAsync(plan.LookupDatabase, cancellation);
        await platform.QueryAsync(
            new(
                $"""CREATE TABLE IF NOT EXISTS {_text.ExclusionList} ("key_value" varchar, "key_name" varchar, "tbls" array(varchar), "note" varchar, "time" bigint)""",
                plan.LookupDatabase),
            cancellation);
        var rows = string.Join(", ", values.Select(v => $"({Sql.Text(v)})"));
        var scope = tables.Count is 0 ? "'*'" : string.Join(", ", tables.Select(Sql.Text));
        await platform.QueryAsync(
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    INSERT INTO {_text.ExclusionList} ("key_value", "key_name", "tbls", "note", "time")
                    SELECT v."key_value", {Sql.Text(key.Name)}, ARRAY[{scope}], {Sql.Text(note)}, {now.ToUnixTimeSeconds()}
                    FROM (VALUES {rows}) AS v ("key_value")
                    WHERE NOT EXISTS (
                      SELECT 1 FROM {_text.ExclusionList} x WHERE x."key_value" = v."key_value" AND x."key_name" = {Sql.Text(key.Name)}
                    )
                    """),
                plan.LookupDatabase),
            cancellation);
    }

    public static string Text(ImmutableArray<Touched> touched, bool isAdded)
    {
        var text = new StringBuilder();
        foreach (var one in touched)
        {
            text.AppendLine(one.Person is null
                ? $"{one.Value.Value}: nobody has it as of the last run."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.Value.Value}: of the person {one.Person}, in {one.Records:N0} of its combinations; {Rest(one)}."));
        }

        return text.AppendLine(isAdded
            ? $"{(touched.Length is 1 ? "It is" : "They are")} on the exclusion list. The next run of Unification leaves {(touched.Length is 1 ? "it" : "them")} out and blanks {(touched.Length is 1 ? "it" : "them")} in the enriched tables."
            : "Nothing has been changed (--preview).").ToString();
    }

    private static string Rest(Touched one) => one.Identifiers switch
    {
        0 => "it has no other identifier, and will be nobody",
        1 => "without it one other identifier stays a person",
        _ => string.Create(
            CultureInfo.InvariantCulture, $"without it its {one.Identifiers:N0} other identifiers are {one.Pieces:N0} person{(one.Pieces == 1 ? "" : "s")}"),
    };

    public static JsonObject Json(ImmutableArray<Touched> touched, bool isAdded) => new()
    {
        ["added"] = isAdded,
        ["values"] = new JsonArray(
        [
            .. touched.Select(t => new JsonObject
            {
                ["value"] = t.Value.Value,
                ["person"] = t.Person,
                ["records"] = t.Records,
                ["other_identifiers"] = t.Identifiers,
                ["persons_then"] = t.Pieces,
            }),
        ]),
    };

    private Touched Touch(Identifier value, string person, IReadOnlyList<IdentityRecord> records)
    {
        var without = Partition.Of([.. records.Select(r => r with { Keys = r.Keys.Remove(value) })], plan);
        return new(value, person, records.Count(r => r.Keys.Contains(value)), without.Identifiers.Count(), without.Persons.Count);
    }
}

/// <param name="Person">The id; null when nobody has the value.</param>
/// <param name="Records">Combinations of the person that have the value.</param>
/// <param name="Identifiers">What the person has besides.</param>
/// <param name="Pieces">How many persons those are without the value.</param>
internal sealed record Touched(Identifier Value, string? Person, int Records, int Identifiers, int Pieces);
