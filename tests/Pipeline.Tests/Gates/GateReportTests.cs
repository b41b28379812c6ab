using System.Xml.Linq;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Gates;

public class GateReportTests
{
    private static readonly GateCatalogue _gates = new SampleScope(Project.SampleConfig()).Gates;

    private static readonly RunState _state = new RunState
    {
        PipelineId = "20260101-000000",
        StartedAt = DateTimeOffset.UnixEpoch,
        GlobalConfig = new("http://127.0.0.1", "acme", "local", "default"),
    }.With(Phase.HistUnion, p => p with
    {
        FileChecks = [new("HU-01", "hist_union", CheckVerdict.Passed, "fine"), new("HU-03", "hist_union/a.dig:1:1", CheckVerdict.Warning, "slow")],
        PlatformChecks = [new("HU-12", "acme_src.t", CheckVerdict.Failed, "gone\u0001")],
        Checks = [new("HU-13", "acme_src.u", CheckVerdict.Accepted, "less (accepted: known)")],
    });

    [Fact]
    public void Every_gate_is_listed_once_with_the_worst_that_it_said()
    {
        var rows = GateReport.Of(_gates, _state);

        Assert.Equal(rows.Length, rows.Select(r => r.Gate.Id).Distinct().Count());
        Assert.Equal(
            [GateState.Passed, GateState.Warning, GateState.Failed, GateState.Accepted, GateState.NotRun],
            ((string[])["HU-01", "HU-03", "HU-12", "HU-13", "HU-02"]).Select(id => rows.Single(r => r.Gate.Id == id).State));
    }

    [Fact]
    public void A_ci_server_sees_failures_and_what_was_skipped()
    {
        var suites = XDocument.Parse(JUnitReport.Write(GateReport.Of(_gates, _state))).Root!.Elements("testsuite").ToDictionary(s => (string)s.Attribute("name")!);

        var union = suites["hist_union"];
        Assert.Equal(("4", "1", "1"), ((string)union.Attribute("tests")!, (string)union.Attribute("failures")!, (string)union.Attribute("skipped")!));
        Assert.Equal("gone", (string)union.Elements("testcase").Single(c => (string)c.Attribute("classname")! == "HU-12").Element("failure")!.Attribute("message")!);
        Assert.Contains(suites["not_run"].Elements("testcase"), c => (string)c.Attribute("classname")! == "HU-02");
    }

    /// <summary>The list of spec, cdp_phases §5, ids of every area.</summary>
    [Fact]
    public void Every_gate_of_the_specification_is_there()
    {
        var wanted = Numbers("PRE", 17).Concat(Numbers("ING", 16)).Concat(Numbers("HU", 15)).Concat(Numbers("ST", 16)).Concat(Numbers("UN", 24)).Concat(Numbers("OR", 8));

        Assert.Equal([], wanted.Except(_gates.All.Select(g => g.Id)));
    }

    private static IEnumerable<string> Numbers(string area, int last) => Enumerable.Range(1, last).Select(n => $"{area}-{n:00}");
}
