using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Plan</c>: what a run would push, create and start, and why; the diff to what is deployed.</summary>
internal sealed class PlanCommand(TextWriter output)
{
    /// <summary>Of each file; the whole diff is in --format=json.</summary>
    private const int LinesShown = 30;

    public void Tell(RunPlan plan, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(Answers.Line(Json(plan)));
            return;
        }

        output.WriteLine($"Run {plan.PipelineId} on {plan.Platform}");
        output.WriteLine(plan.Cells.Count == 0 ? "Nothing would run: every step is done." : $"{plan.Cells.Count} steps would run:");
        Aligned.Write(output, [.. plan.Cells.Select(c => new[] { $"  {c.Cell}", c.Why })]);
        foreach (var database in plan.Databases)
        {
            output.WriteLine($"+ database {database} would be created");
        }

        foreach (var database in plan.ForeignDatabases)
        {
            output.WriteLine($"⚠ database {database} is there, and nothing tells that this pipeline made it: it is touched only with --adopt");
        }

        foreach (var phase in plan.Phases)
        {
            Tell(phase);
        }
    }

    private void Tell(PlannedPhase phase)
    {
        output.WriteLine();
        output.WriteLine($"{phase.Project}: {(phase.Deployed is { } revision ? $"deployed is {revision}" : "not deployed yet")}{(phase.Pushes ? "; a new revision would be pushed" : string.Empty)}");
        if (phase.Foreign)
        {
            output.WriteLine("  ⚠ nothing tells that this pipeline made it: it is touched only with --adopt");
        }

        if (phase.Note is { } note)
        {
            output.WriteLine($"  ({note})");
        }

        foreach (var change in phase.Changes)
        {
            output.WriteLine($"  {Sign(change.Kind)} {change.Path}");
            if (change.Kind is ChangeKind.Changed)
            {
                Show(change.Diff);
            }
        }

        if (phase.Starts.Count > 0)
        {
            output.WriteLine($"  ▶ {string.Join(", then ", phase.Starts)} would be started");
        }

        if (phase.MissingSecrets.Count > 0)
        {
            output.WriteLine($"  ✗ secrets that are missing: {string.Join(", ", phase.MissingSecrets)} (--target=Secrets)");
        }
    }

    private void Show(IReadOnlyList<string> diff)
    {
        foreach (var line in diff.Take(LinesShown))
        {
            output.WriteLine($"      {line}");
        }

        if (diff.Count > LinesShown)
        {
            output.WriteLine($"      … {diff.Count - LinesShown} more lines; --format=json has them all");
        }
    }

    private static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "-",
        _ => "~",
    };

    private static JsonObject Json(RunPlan plan) => new()
    {
        ["run"] = plan.PipelineId,
        ["platform"] = plan.Platform,
        ["cells"] = new JsonArray([.. plan.Cells.Select(c => new JsonObject { ["cell"] = c.Cell.ToString(), ["why"] = c.Why })]),
        ["createsDatabases"] = Strings(plan.Databases),
        ["foreignDatabases"] = Strings(plan.ForeignDatabases),
        ["phases"] = new JsonArray([.. plan.Phases.Select(p => new JsonObject
        {
            ["phase"] = p.Phase.Folder(),
            ["project"] = p.Project,
            ["deployed"] = p.Deployed,
            ["foreign"] = p.Foreign,
            ["pushes"] = p.Pushes,
            ["note"] = p.Note,
            ["changes"] = new JsonArray([.. p.Changes.Select(c => new JsonObject
            {
                ["path"] = c.Path,
                ["kind"] = SnakeCase.Of(c.Kind),
                ["diff"] = Strings(c.Diff),
            })]),
            ["starts"] = Strings(p.Starts),
            ["missingSecrets"] = Strings(p.MissingSecrets),
        })]),
    };

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
