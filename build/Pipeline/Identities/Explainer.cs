using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Identities;

/// <summary>Finds the person of a value, or says why it has none.</summary>
internal sealed class Explainer(IPlatform platform, IdentityPlan plan)
{
    private readonly IdentityText _text = new(plan);
    private readonly IdentityReader _reader = new(platform, plan);

    /// <param name="value">A value of a key, or the id of a person.</param>
    /// <param name="key">The key it is a value of, where it could be of several.</param>
    /// <exception cref="PipelineException">No person has it; the message says why.</exception>
    public async Task<ImmutableArray<Explanation>> ExplainAsync(string value, string? key, CancellationToken cancellation)
    {
        var type = key is null ? null : TypeOf(key);
        var found = await PersonsAsync(value, type, cancellation);
        var explanations = ImmutableArray.CreateBuilder<Explanation>();
        foreach (var (id, asked, leader) in found)
        {
            explanations.Add(Explanation.Of(id, asked, leader, await _reader.PersonAsync(leader, cancellation)));
        }

        return explanations.Count > 0 ? explanations.ToImmutable() : throw new PipelineException(await WhyNotAsync(value, cancellation));
    }

    private int? TypeOf(string key) => plan.Keys.FirstOrDefault(k => k.Name == key)?.Type ?? throw new PipelineException(
        $"There is no key '{key}'.{Suggestion.For(key, plan.Keys.Select(k => k.Name))}", ExitCode.WrongInput);

    private async Task<IReadOnlyList<(string Id, Identifier Asked, Identifier Leader)>> PersonsAsync(
        string value, int? type, CancellationToken cancellation)
    {
        var literal = Sql.Text(value);
        var only = type is { } t ? string.Create(CultureInfo.InvariantCulture, $" AND \"id_key_type\" = {t}") : string.Empty;
        var result = await platform.QueryAsync(
            new(
                $"""
                SELECT {_text.Id} AS "person", "id", "id_key_type", "leader_id", "leader_ns"
                FROM {_text.Lookup}
                WHERE ("id" = {literal}{only}) OR ({_text.Id} = {literal} AND "id" = "leader_id" AND "id_key_type" = "leader_ns")
                ORDER BY "id_key_type", "leader_ns", "leader_id"
                """,
                plan.Database),
            cancellation);
        return
        [
            .. Enumerable.Range(0, result.Rows.Length).Select(row => (
                result.Text("person", row)!,
                new Identifier((int)result.Number("id_key_type", row), result.Text("id", row)!),
                new Identifier((int)result.Number("leader_ns", row), result.Text("leader_id", row)!))),
        ];
    }

    /// <summary>Excluded, shared by too many, invalid, or not there at all.</summary>
    private async Task<string> WhyNotAsync(string value, CancellationToken cancellation)
    {
        var literal = Sql.Text(value);
        var excluded = await platform.QueryAsync(
            new($"""SELECT "key_name", "note" FROM {_text.ExclusionList} WHERE "key_value" = {literal}""", plan.Database), cancellation);
        if (excluded.Rows.Length > 0)
        {
            return $"'{value}' joins nobody: it is on the exclusion list as {excluded.Text("key_name")} ({excluded.Text("note") ?? "no note"}).";
        }

        var shared = await platform.QueryAsync(
            new($"""SELECT "key_name", "others" FROM {_text.Candidates} WHERE "key_value" = {literal}""", plan.Database), cancellation);
        if (shared.Rows.Length > 0)
        {
            return $"'{value}' joins nobody: as {shared.Text("key_name")} it stands with {shared.Text("others")} others, "
                + $"more than unification.max_values_per_key_value: {plan.Config.MaxValuesPerKeyValue} allows.";
        }

        var places = plan.Tables.SelectMany(t => t.Columns.Select(c =>
            $"SELECT {Sql.Text($"{t.Table}.{c.Column}")} AS \"place\", {Sql.Text(c.Alias.Key.Name)} AS \"key_name\" "
            + $"FROM {Sql.Table(plan.Database, t.Prep)} WHERE {Sql.Name(c.Alias.Name)} = {literal}"));
        var there = await platform.QueryAsync(new(string.Join("\nUNION ALL\n", places), plan.Database), cancellation);
        return there.Rows.Length > 0
            ? $"'{value}' stands in {there.Text("place")}, but it does not count as {there.Text("key_name")}: valid_regexp or invalid_texts refuse it."
            : $"Nobody has the value '{value}', as of the last run. Values are compared exactly, in the form they have after staging.";
    }
}
