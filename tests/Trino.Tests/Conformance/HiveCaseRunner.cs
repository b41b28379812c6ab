using System.Text.Json.Nodes;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>
/// Runs what a real Hive answered. A version's own answer counts, or where the cases have none the other's: the main answer is
/// that of Hive 4, <c>hive2</c> what Hive 2 answers otherwise.
/// </summary>
internal sealed class HiveCaseRunner(HiveVersion version)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public async Task<IReadOnlyList<Verdict>> RunExpressionsAsync(IEnumerable<JsonObject> cases)
    {
        using var database = TrinoDatabase.Open(":memory:");
        database.CreateDatabase("default");
        var verdicts = new List<Verdict>();
        foreach (var one in cases)
        {
            verdicts.Add(await RunAsync(database, "default", one["id"]!.GetValue<string>(), one));
        }

        return verdicts;
    }

    /// <summary>One verdict a step; what differs behind a refused statement that should have written differs because of it.</summary>
    public async Task<IReadOnlyList<Verdict>> RunScriptsAsync(IEnumerable<JsonObject> scripts)
    {
        using var database = TrinoDatabase.Open(":memory:");
        var verdicts = new List<Verdict>();
        foreach (var script in scripts)
        {
            database.DropDatabase("cdp");
            database.CreateDatabase("cdp");
            var refused = false;
            foreach (var step in script["steps"]!.AsArray().Select(s => s!.AsObject()))
            {
                var verdict = await RunAsync(database, "cdp", script["id"]!.GetValue<string>(), step);
                verdicts.Add(refused && verdict.Outcome != Outcome.Equal ? verdict with { Outcome = Outcome.Refused } : verdict);
                refused |= verdict.Outcome == Outcome.Refused && step["ok"] is not null;
            }
        }

        return verdicts;
    }

    private async Task<Verdict> RunAsync(TrinoDatabase database, string schema, string id, JsonObject expected)
    {
        var context = new QueryContext { Database = schema, Dialect = Dialect.Hive, HiveVersion = version, Now = Now };
        var sql = expected["sql"]!.GetValue<string>();
        var answers = Answers(expected, sql);
        try
        {
            var result = (await database.ExecuteAsync(sql, context, CancellationToken.None))[^1];
            var verdicts = answers.Select(a => a["ok"] is null
                ? Comparison.Of(id, a, result, null)
                : new Verdict(id, result.Columns.IsEmpty ? Outcome.Equal : Outcome.Different, sql, "ok", "rows")).ToList();
            return verdicts.Find(v => v.Outcome == Outcome.Equal) ?? verdicts[0];
        }
        catch (TrinoException error)
        {
            var kinds = answers.Select(a => a["error"]?["kind"]?.GetValue<string>()).ToList();
            var outcome = error.ErrorName == TrinoException.NotSupportedLocally ? Outcome.Refused
                : kinds.Exists(k => k is not null && error.ErrorName.StartsWith(k, StringComparison.OrdinalIgnoreCase)) ? Outcome.Equal
                : kinds.TrueForAll(k => k is null) ? Outcome.Different
                : Outcome.WrongError;
            return new Verdict(id, outcome, sql, string.Join(" | ", answers.Select(a => a.ToJsonString())), $"{error.ErrorName}: {error.Message}");
        }
    }

    private List<JsonObject> Answers(JsonObject expected, string sql)
    {
        var main = expected.DeepClone().AsObject();
        main.Remove("hive2");
        if (version == HiveVersion.Four || expected["hive2"] is not JsonObject other)
        {
            return [main];
        }

        var two = other.DeepClone().AsObject();
        two["sql"] = sql;
        return [two, main];
    }
}
