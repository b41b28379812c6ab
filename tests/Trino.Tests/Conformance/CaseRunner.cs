using System.Text.Json.Nodes;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>Runs recorded cases against a database in memory.</summary>
internal static class CaseRunner
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<Verdict>> RunExpressionsAsync(IEnumerable<JsonObject> cases)
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

    /// <summary>One verdict a script: the worst of its steps.</summary>
    public static async Task<IReadOnlyList<Verdict>> RunScriptsAsync(IEnumerable<JsonObject> cases)
    {
        using var database = TrinoDatabase.Open(":memory:");
        var verdicts = new List<Verdict>();
        foreach (var script in cases)
        {
            database.DropDatabase("cdp");
            database.CreateDatabase("cdp");
            var id = script["id"]!.GetValue<string>();
            var steps = new List<Verdict>();
            foreach (var step in script["steps"]!.AsArray())
            {
                steps.Add(await RunAsync(database, "cdp", id, step!.AsObject()));
            }

            // what follows a refused step differs because of it
            verdicts.Add(steps.FirstOrDefault(s => s.Outcome == Outcome.Refused) is { } refused
                ? steps.TakeWhile(s => s != refused).FirstOrDefault(s => s.Outcome != Outcome.Equal) ?? refused
                : steps.FirstOrDefault(s => s.Outcome == Outcome.Different) ?? steps.FirstOrDefault(s => s.Outcome != Outcome.Equal) ?? steps[0]);
        }

        return verdicts;
    }

    private static async Task<Verdict> RunAsync(TrinoDatabase database, string schema, string id, JsonObject expected)
    {
        var context = new QueryContext { Database = schema, Dialect = Dialect.Trino, Now = Now };
        try
        {
            var results = await database.ExecuteAsync(expected["sql"]!.GetValue<string>(), context, CancellationToken.None);
            return Comparison.Of(id, expected, results[^1], null);
        }
        catch (TrinoException error)
        {
            return Comparison.Of(id, expected, null, error);
        }
    }
}
