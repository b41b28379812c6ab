using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Gates</c>: every gate, what it asks, and what it last said.</summary>
internal static class GatesCommand
{
    public static void Write(TextWriter output, IReadOnlyList<GateRow> rows, string format)
    {
        switch (format)
        {
            case "table":
                Text(output, rows);
                break;
            case "json":
                output.WriteLine(Answers.Line(new JsonObject { ["gates"] = new JsonArray([.. rows.Select(Json)]) }));
                break;
            default:
                throw new PipelineException($"There is no format '{format}' of the gates. Use table or json.", ExitCode.WrongInput);
        }
    }

    private static void Text(TextWriter output, IReadOnlyList<GateRow> rows)
    {
        foreach (var row in rows)
        {
            output.WriteLine($"{Mark(row.State)} {row.Gate.Id,-7} {Severity(row.Gate),-8} {Kind(row.Gate),-8} {row.Gate.Rule}");
            foreach (var finding in row.Findings)
            {
                output.WriteLine($"    {Verdict(finding)} {finding.Subject}: {finding.Message}");
            }
        }

        output.WriteLine();
        output.WriteLine(string.Join(", ", rows.GroupBy(r => r.State).OrderByDescending(g => g.Key)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {State(g.Key)}"))) + ".");
    }

    private static JsonNode Json(GateRow row) => new JsonObject
    {
        ["id"] = row.Gate.Id,
        ["phase"] = row.Gate.Phase?.Folder(),
        ["kind"] = Kind(row.Gate),
        ["severity"] = Severity(row.Gate),
        ["rule"] = row.Gate.Rule,
        ["state"] = State(row.State),
        ["findings"] = new JsonArray([.. row.Findings.Select(f => new JsonObject
        {
            ["subject"] = f.Subject,
            ["verdict"] = Verdict(f),
            ["message"] = f.Message,
        })]),
    };

    private static string Mark(GateState state) => state switch
    {
        GateState.Failed => "✗",
        GateState.Warning => "⚠",
        GateState.NotRun => "·",
        _ => "✓",
    };

    private static string State(GateState state) => state is GateState.NotRun ? "not run" : state.ToString().ToLowerInvariant();

    private static string Severity(GateInfo gate) => gate.Severity.ToString().ToLowerInvariant();

    private static string Kind(GateInfo gate) => gate.Kind.ToString().ToLowerInvariant();

    private static string Verdict(CheckOutcome outcome) => outcome.Verdict.ToString().ToLowerInvariant();
}
