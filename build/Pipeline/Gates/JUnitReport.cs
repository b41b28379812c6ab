using System.Globalization;
using System.Xml.Linq;
using Cdp.Pipeline.Checks;

namespace Cdp.Pipeline.Gates;

/// <summary>Gates in the XML that CI servers show as tests: a suite per phase, a case per gate and subject.</summary>
/// <remarks>A warning passes, with its text as output; an accepted failure and a gate that has not run are skipped.</remarks>
public static class JUnitReport
{
    public static string Write(IReadOnlyList<GateRow> rows)
    {
        var suites = PhaseNames.All.Select(p => Suite(p.Folder(), [.. rows.SelectMany(r => r.Said.Where(s => s.Phase == p).Select(s => Case(r.Gate, s.Check)))])).ToList();
        var silent = rows.Where(r => r.State is GateState.NotRun).Select(r => Skipped(Case(r.Gate, r.Gate.Kind.ToString()), "It has not run yet.")).ToArray();
        return new XDocument(new XElement("testsuites", suites.Append(Suite("not_run", silent)).Where(s => s.HasElements))) + "\n";
    }

    private static XElement Suite(string name, IReadOnlyList<XElement> cases) => new(
        "testsuite",
        new XAttribute("name", name),
        new XAttribute("tests", Count(cases.Count)),
        new XAttribute("failures", Count(cases.Count(c => c.Element("failure") is not null))),
        new XAttribute("skipped", Count(cases.Count(c => c.Element("skipped") is not null))),
        cases);

    private static XElement Case(GateInfo gate, CheckOutcome said)
    {
        var test = Case(gate, said.Subject);
        return said.Verdict switch
        {
            CheckVerdict.Failed => With(test, new XElement("failure", new XAttribute("message", Clean(said.Message)), Clean($"{said.Subject}: {said.Message}"))),
            CheckVerdict.Accepted => Skipped(test, said.Message),
            CheckVerdict.Warning => With(test, new XElement("system-out", Clean($"Warning: {said.Message}"))),
            _ => test,
        };
    }

    private static XElement Case(GateInfo gate, string subject) =>
        new("testcase", new XAttribute("classname", gate.Id), new XAttribute("name", Clean($"{gate.Id} {subject}: {gate.Rule}")));

    private static XElement Skipped(XElement test, string why) => With(test, new XElement("skipped", new XAttribute("message", Clean(why))));

    private static XElement With(XElement test, XElement child)
    {
        test.Add(child);
        return test;
    }

    /// <summary>XML has no room for most control characters.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    private static string Count(int n) => n.ToString(CultureInfo.InvariantCulture);
}
