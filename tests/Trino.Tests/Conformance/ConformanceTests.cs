using System.Globalization;
using Cdp.Tests;
using Xunit.Abstractions;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>
/// The promise of this room, measured: equal to Trino or refused, never different. The lists of what differs may only
/// shrink, the floors only rise.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>None: what differs must be refused.</summary>
    private static readonly string[] KnownDifferentExpressions = [];

    private static readonly string[] KnownDifferentScripts = [];

    [Fact]
    public async Task No_expression_differs_from_Trino_beyond_the_known_ones()
    {
        var verdicts = await CaseRunner.RunExpressionsAsync(CaseFile.Read("expressions.jsonl"));

        Report("expressions", verdicts);
        Assert.Empty(verdicts.Where(v => v.Outcome == Outcome.Different && !KnownDifferentExpressions.Contains(v.Id)).Select(Text));
        Assert.True(verdicts.Count(v => v.Outcome == Outcome.Equal) >= 5144);
        Assert.DoesNotContain(verdicts, v => v.Outcome == Outcome.WrongError);
    }

    [Fact]
    public async Task No_script_differs_from_Trino_beyond_the_known_ones()
    {
        var verdicts = await CaseRunner.RunScriptsAsync(CaseFile.Read("statements.jsonl"));

        Report("statements", verdicts);
        Assert.Empty(verdicts.Where(v => v.Outcome == Outcome.Different && !KnownDifferentScripts.Contains(v.Id)).Select(Text));
        Assert.True(verdicts.Count(v => v.Outcome == Outcome.Equal) >= 227);
        Assert.DoesNotContain(verdicts, v => v.Outcome == Outcome.WrongError);
    }

    [Fact]
    public async Task What_follows_from_the_rules_holds_beyond_the_recorded_cases()
    {
        var verdicts = await CaseRunner.RunExpressionsAsync(CaseFile.Read("derived.jsonl"));

        Assert.Empty(verdicts.Where(v => v.Outcome != Outcome.Equal).Select(Text));
    }

    [Fact]
    public async Task The_answers_are_the_same_when_the_literals_come_from_a_table()
    {
        var cases = CaseFile.Read("expressions.jsonl").Where(c => c["columns"] is null)
            .Select(c => (Case: c, Sql: OverColumns.Of(c["sql"]!.GetValue<string>())))
            .Where(c => c.Sql is not null)
            .Select(c =>
            {
                c.Case["sql"] = c.Sql;
                return c.Case;
            });

        var verdicts = await CaseRunner.RunExpressionsAsync(cases);

        Report("expressions over columns", verdicts);
        Assert.Empty(verdicts.Where(v => v.Outcome is Outcome.Different or Outcome.WrongError).Select(Text));
        Assert.True(verdicts.Count(v => v.Outcome == Outcome.Equal) >= 3500);
    }

    [Fact]
    public void The_parser_judges_as_Trinos_does()
    {
        var verdicts = CaseFile.Read("parser.jsonl").Select(ParserComparison.Of).ToList();

        Figures.Say("trino parser", $"verdicts equal {verdicts.Count(v => v.Verdict)} of {verdicts.Count}, positions equal {verdicts.Count(v => v.Position)} of {verdicts.Count}");
        output.WriteLine($"parser: verdicts equal {verdicts.Count(v => v.Verdict)} of {verdicts.Count}, positions equal {verdicts.Count(v => v.Position)} of {verdicts.Count}");
        Assert.True(verdicts.Count(v => v.Verdict) >= verdicts.Count * 99 / 100);
        Assert.True(verdicts.Count(v => v.Position) >= verdicts.Count * 97 / 100);
    }

    private void Report(string what, IReadOnlyList<Verdict> verdicts)
    {
        int Of(Outcome outcome) => verdicts.Count(v => v.Outcome == outcome);
        Figures.Say(
            $"trino {what}",
            string.Create(CultureInfo.InvariantCulture, $"{Of(Outcome.Equal)} of {verdicts.Count} equal, {Of(Outcome.Refused)} refused ({Of(Outcome.Refused) * 100.0 / verdicts.Count:0.0} %), {Of(Outcome.WrongError)} with another error name, {Of(Outcome.Different)} silently different"));
        foreach (var group in verdicts.GroupBy(v => v.Outcome).OrderBy(g => g.Key))
        {
            output.WriteLine($"{what}: {group.Key} {group.Count()} of {verdicts.Count}");
        }
    }

    private static string Text(Verdict verdict) => $"{verdict.Id}: {verdict.Sql}\n  Trino: {verdict.Expected}\n  here:  {verdict.Actual}";
}
