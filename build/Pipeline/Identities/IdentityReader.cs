using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Identities;

/// <summary>Asks the platform for records and their keys; changes nothing.</summary>
/// <param name="most">How many combinations of keys are held in memory.</param>
internal sealed class IdentityReader(IPlatform platform, IdentityPlan plan, int most = IdentityReader.MostCombinations)
{
    /// <summary>What a machine holds in memory with ease.</summary>
    private const int MostCombinations = 1_000_000;

    private readonly IdentityText _text = new(plan);

    /// <summary>All cleaned records by the rules of the plan: valid, not excluded, those with the same keys together.</summary>
    /// <exception cref="PipelineException">There are too many, or unification has never run.</exception>
    public async Task<IReadOnlyList<IdentityRecord>> RecordsAsync(CancellationToken cancellation)
    {
        var records = new List<IdentityRecord>();
        foreach (var table in plan.Tables)
        {
            records.AddRange(await AskAsync(Cleaned(table), cancellation));
            if (records.Count > most)
            {
                throw new PipelineException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are more than {most:N0} combinations of keys, too many to be compared on this machine; nothing was compared. Try it on a sample, in another environment."));
            }
        }

        return records;
    }

    /// <summary>The records of the person that a leader leads, as the last run has them.</summary>
    public Task<IReadOnlyList<IdentityRecord>> PersonAsync(Identifier leader, CancellationToken cancellation) => AskAsync(
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT p."source", {string.Join(", ", _text.Aliases.Select(a => $"p.{a}"))}, p."first_seen", 1 AS "rows"
            FROM {_text.Prep} p
            JOIN {_text.State} s ON s."prep_id" = p."prep_id"
            WHERE s."leader_ns" = {leader.Type} AND s."leader_id" = {Sql.Text(leader.Value)}
            ORDER BY p."first_seen", p."prep_id"
            """),
        cancellation);

    private string Cleaned(IdentityTable table)
    {
        var prep = new PrepText(plan, _text, table);
        var aliases = string.Join(", ", _text.Aliases);
        return $"""
            SELECT {Sql.Text(table.Table)} AS "source", {aliases}, MIN("first_seen") AS "first_seen", COUNT(*) AS "rows"
            FROM (
              SELECT {string.Join(", ", prep.WideColumns)}, p."time" AS "first_seen"
              FROM (SELECT {string.Join(", ", prep.Columns)}, "time" FROM {prep.Source}) p
            ) w
            GROUP BY {aliases}
            """;
    }

    private async Task<IReadOnlyList<IdentityRecord>> AskAsync(string sql, CancellationToken cancellation)
    {
        var result = await platform.QueryAsync(new(sql, plan.Database), cancellation);
        var aliases = plan.Aliases;
        return
        [
            .. Enumerable.Range(0, result.Rows.Length).Select(row => new IdentityRecord(
                result.Text("source", row)!,
                [
                    .. aliases.Select((a, n) => (a.Key.Type, Value: result.Rows[row][n + 1]?.ToString()))
                        .Where(k => k.Value is not null).Select(k => new Identifier(k.Type, k.Value!)),
                ],
                result.Number("first_seen", row),
                result.Number("rows", row))),
        ];
    }
}
