using System.Text.Json.Nodes;
using Cdp.Tests;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>Equal to one of the recorded versions of Hive, or refused. Scripts are not begun: their statements are refused.</summary>
public sealed class HiveConformanceTests
{
    [Fact]
    public async Task No_expression_differs_from_Hive()
    {
        using var database = TrinoDatabase.Open(":memory:");
        database.CreateDatabase("default");
        var verdicts = new List<Verdict>();
        foreach (var one in CaseFile.Read("hive/expressions.jsonl"))
        {
            verdicts.Add(await RunAsync(database, one));
        }

        int Count(Outcome outcome) => verdicts.Count(v => v.Outcome == outcome);
        Figures.Say("hive", $"{Count(Outcome.Equal)} of {verdicts.Count} expressions equal, {Count(Outcome.Refused)} refused, {Count(Outcome.Different)} different, {Count(Outcome.WrongError)} wrong errors");
        Assert.Equal("", string.Join("\n", verdicts.Where(v => v.Outcome is Outcome.Different or Outcome.WrongError).Select(v => $"{v.Id}: {v.Sql}\n  Hive: {v.Expected}\n  here: {v.Actual}")));
        Assert.True(Count(Outcome.Equal) >= 490);
    }

    private static async Task<Verdict> RunAsync(TrinoDatabase database, JsonObject expected)
    {
        var context = new QueryContext { Database = "default", Dialect = Dialect.Hive, Now = DateTimeOffset.UnixEpoch };
        var id = expected["id"]!.GetValue<string>();
        var sql = expected["sql"]!.GetValue<string>();
        var versions = new List<JsonObject> { expected };
        if (expected["hive2"] is JsonObject other)
        {
            var copy = other.DeepClone().AsObject();
            copy["sql"] = sql;
            versions.Add(copy);
        }

        try
        {
            var result = (await database.ExecuteAsync(sql, context, CancellationToken.None))[^1];
            var verdicts = versions.Select(v => Comparison.Of(id, v, result, null)).ToList();
            return verdicts.Find(v => v.Outcome == Outcome.Equal) ?? verdicts[0];
        }
        catch (TrinoException error)
        {
            var kinds = versions.Select(v => v["error"]?["kind"]?.GetValue<string>()).ToList();
            var outcome = error.ErrorName == TrinoException.NotSupportedLocally ? Outcome.Refused
                : kinds.Exists(k => k is not null && error.ErrorName.StartsWith(k, StringComparison.OrdinalIgnoreCase)) ? Outcome.Equal
                : kinds.TrueForAll(k => k is null) ? Outcome.Different
                : Outcome.WrongError;
            return new Verdict(id, outcome, sql, string.Join(" | ", kinds), error.Message);
        }
    }
}
