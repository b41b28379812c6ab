using Cdp.Tests;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>Equal to the recorded version of Hive, or refused by name: never different.</summary>
public sealed class HiveConformanceTests
{
    [Fact]
    public async Task No_expression_differs_from_hive()
    {
        var verdicts = await new HiveCaseRunner(HiveVersion.Two).RunExpressionsAsync(CaseFile.Read("hive/expressions.jsonl"));

        Figures.Say("hive", $"{Text(verdicts)} expressions");
        Assert.Equal("", Differences(verdicts));
        Assert.True(Count(verdicts, Outcome.Refused) * 100 <= verdicts.Count * 30);
    }

    [Fact]
    public async Task No_statement_differs_from_hive()
    {
        var verdicts = await new HiveCaseRunner(HiveVersion.Two).RunScriptsAsync(CaseFile.Read("hive/statements.jsonl"));

        Figures.Say("hive", $"{Text(verdicts)} statements of scripts");
        Assert.Equal("", Differences(verdicts));
        Assert.True(Count(verdicts, Outcome.Refused) * 100 <= verdicts.Count * 30);
    }

    /// <remarks>Cases that were asked with Hive's checks off are left out: here the checks are on.</remarks>
    [Fact]
    public async Task A_job_that_says_hive_4_gets_no_answer_of_hive_2()
    {
        var runner = new HiveCaseRunner(HiveVersion.Four);
        var expressions = await runner.RunExpressionsAsync(CaseFile.Read("hive/expressions.jsonl").Where(c => c["set"] is null));
        var statements = await runner.RunScriptsAsync(CaseFile.Read("hive/statements.jsonl"));

        Figures.Say("hive 4", $"{Text(expressions)} expressions, {Text(statements)} statements of scripts");
        Assert.Equal("", Differences([.. expressions, .. statements]));
    }

    private static int Count(IReadOnlyList<Verdict> verdicts, Outcome outcome) => verdicts.Count(v => v.Outcome == outcome);

    private static string Text(IReadOnlyList<Verdict> verdicts) =>
        $"{Count(verdicts, Outcome.Equal)} of {verdicts.Count} equal, {Count(verdicts, Outcome.Refused)} refused, {Count(verdicts, Outcome.Different)} different, {Count(verdicts, Outcome.WrongError)} wrong errors:";

    private static string Differences(IReadOnlyList<Verdict> verdicts) => string.Join(
        "\n",
        verdicts.Where(v => v.Outcome is Outcome.Different or Outcome.WrongError).Select(v => $"{v.Id}: {v.Sql}\n  Hive: {v.Expected}\n  here: {v.Actual}"));
}
