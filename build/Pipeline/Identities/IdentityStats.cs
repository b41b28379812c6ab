using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Identities;

/// <summary>The statistics of the last runs, and how far the last has drifted from the one before (cdp_phases §2.7, UN-19).</summary>
internal sealed class IdentityStats(IPlatform platform, IdentityPlan plan)
{
    /// <summary>A change by more than this share is told as drift.</summary>
    private const double MostDrift = 0.2;

    private const int Runs = 10;

    private readonly IdentityText _text = new(plan);

    public async Task<StatsOfRuns> ReadAsync(CancellationToken cancellation)
    {
        var keys = plan.Keys.Select(k => k.Name).ToList();
        var columns = string.Join("", keys.Select(k => $", r.{Sql.Name($"distinct_with_{k}")}, r.{Sql.Name($"histogram_{k}")}, s.{Sql.Name($"distinct_{k}")}"));
        var result = await platform.QueryAsync(
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    SELECT r."time", r."total_distinct" AS "persons", s."total_distinct" AS "before"{columns},
                      (SELECT COUNT(*) FROM {_text.MergeSplitLog} m WHERE m."time" = r."time" AND m."change" = 'MERGE') AS "merges",
                      (SELECT COUNT(*) FROM {_text.MergeSplitLog} m WHERE m."time" = r."time" AND m."change" = 'SPLIT') AS "splits"
                    FROM {_text.ResultKeyStats} r
                    JOIN {_text.SourceKeyStats} s ON s."time" = r."time" AND s."from_table" = r."from_table"
                    WHERE r."from_table" = '*'
                    ORDER BY r."time" DESC
                    LIMIT {Runs}
                    """),
                plan.Database),
            cancellation);
        var runs = Enumerable.Range(0, result.Rows.Length).Select(row => new StatsOfRun(
            DateTimeOffset.FromUnixTimeSeconds(result.Number("time", row)),
            result.Number("persons", row),
            result.Number("before", row),
            result.Number("merges", row),
            result.Number("splits", row),
            [
                .. keys.Select(k => new StatsOfKey(
                    k, result.Number($"distinct_{k}", row), result.Number($"distinct_with_{k}", row), result.Text($"histogram_{k}", row) ?? string.Empty)),
            ]));
        return new([.. runs], await TablesAsync(cancellation), MostDrift);
    }

    private async Task<ImmutableArray<StatsOfTable>> TablesAsync(CancellationToken cancellation)
    {
        var result = await platform.QueryAsync(
            new(
                $"""SELECT "table_name", "records", "with_key", "with_id" FROM {Sql.Table(plan.Database, $"{plan.Prefix}_coverage")} ORDER BY "table_name" """,
                plan.Database),
            cancellation);
        return
        [
            .. Enumerable.Range(0, result.Rows.Length).Select(row => new StatsOfTable(
                result.Text("table_name", row)!, result.Number("records", row), result.Number("with_key", row), result.Number("with_id", row))),
        ];
    }
}

/// <param name="Before">Persons if nothing were joined: the distinct leaders of records.</param>
internal sealed record StatsOfRun(
    DateTimeOffset Time, long Persons, long Before, long Merges, long Splits, ImmutableArray<StatsOfKey> Keys)
{
    /// <summary>How many of the leaders were joined to another.</summary>
    public double MergeRate => Before == 0 ? 0 : (Before - Persons) / (double)Before;
}

/// <param name="Histogram"><c>values:persons,values:persons</c>.</param>
internal sealed record StatsOfKey(string Key, long Values, long Persons, string Histogram);

internal sealed record StatsOfTable(string Table, long Rows, long WithKey, long WithId);

/// <param name="Runs">The last first.</param>
internal sealed record StatsOfRuns(ImmutableArray<StatsOfRun> Runs, ImmutableArray<StatsOfTable> Tables, double MostDrift)
{
    /// <summary>What has changed by more than <see cref="MostDrift"/> since the run before, as sentences.</summary>
    public IEnumerable<string> Drifts()
    {
        if (Runs is not [var last, var before, ..])
        {
            yield break;
        }

        foreach (var (what, now, then) in last.Keys.Zip(before.Keys, (n, b) => ($"values of {n.Key}", n.Values, b.Values))
            .Prepend(("persons", last.Persons, before.Persons)))
        {
            if (then > 0 && Math.Abs(now - then) > MostDrift * then)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{what}: {then:N0} → {now:N0} ({(now - then) / (double)then:+0 %;-0 %})");
            }
        }
    }

    public string Text()
    {
        if (Runs.IsEmpty)
        {
            return "Unification has not run yet: there are no statistics.\n";
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"run (UTC)",-18}{"persons",10}{"unjoined",10}{"joined",9}{"merges",8}{"splits",8}");
        foreach (var run in Runs)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{run.Time.UtcDateTime,-18:yyyy-MM-dd HH:mm}{run.Persons,10:N0}{run.Before,10:N0}{run.MergeRate,9:P1}{run.Merges,8:N0}{run.Splits,8:N0}");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"key",-24}{"values",10}{"persons",10}  values a person: persons");
        foreach (var key in Runs[0].Keys)
        {
            var histogram = key.Histogram.Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal);
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{key.Key,-24}{key.Values,10:N0}{key.Persons,10:N0}  {histogram}").TrimEnd());
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{"rows with a person",-40}{"rows",10}{"of all",9}{"of those with a key",21}");
        foreach (var table in Tables)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{table.Table,-40}{table.Rows,10:N0}{Share(table.WithId, table.Rows),9:P1}{Share(table.WithId, table.WithKey),21:P1}");
        }

        var drifts = Drifts().ToList();
        text.AppendLine().AppendLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(drifts.Count is 0 ? "No drift" : "Drift")} since the run before (more than {MostDrift:P0}){(drifts.Count is 0 ? "." : ":")}"));
        drifts.ForEach(d => text.AppendLine($"  ! {d}"));
        return text.ToString();
    }

    public JsonObject Json() => new()
    {
        ["runs"] = new JsonArray([.. Runs.Select(Json)]),
        ["tables"] = new JsonArray(
            [.. Tables.Select(t => new JsonObject { ["table"] = t.Table, ["rows"] = t.Rows, ["with_key"] = t.WithKey, ["with_id"] = t.WithId })]),
        ["drift"] = new JsonArray([.. Drifts().Select(d => (JsonNode)d)]),
    };

    private static JsonObject Json(StatsOfRun run) => new()
    {
        ["time"] = run.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["persons"] = run.Persons,
        ["unjoined"] = run.Before,
        ["merges"] = run.Merges,
        ["splits"] = run.Splits,
        ["keys"] = new JsonArray(
        [
            .. run.Keys.Select(k => new JsonObject { ["key"] = k.Key, ["values"] = k.Values, ["persons"] = k.Persons, ["histogram"] = k.Histogram }),
        ]),
    };

    private static double Share(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
}
