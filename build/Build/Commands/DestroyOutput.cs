using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Operations;

namespace Cdp.Build.Commands;

/// <summary>What goes, or went, and what stays.</summary>
internal static class DestroyOutput
{
    public static void Write(TextWriter output, DestroyPlan plan, bool isDone, string format)
    {
        switch (format)
        {
            case "table":
                Text(output, plan, isDone);
                break;
            case "json":
                output.WriteLine(Answers.Line(Json(plan, isDone)));
                break;
            default:
                throw new PipelineException($"There is no format '{format}' here. Use table or json.", ExitCode.WrongInput);
        }
    }

    private static void Text(TextWriter output, DestroyPlan plan, bool isDone)
    {
        var verb = isDone ? "removed" : "would be removed";
        foreach (var project in plan.Projects)
        {
            output.WriteLine($"  {verb}: project {project.Name}{(project.Schedules.IsEmpty ? "" : $" with the schedules of {string.Join(", ", project.Schedules)}")}");
        }

        foreach (var database in plan.Databases)
        {
            output.WriteLine($"  {verb}: database {database.Name} ({Texts.Count(database.Tables.Length)} tables, {Texts.Count(database.Rows)} rows)");
        }

        foreach (var table in plan.Tables)
        {
            output.WriteLine($"  {verb}: table {table}");
        }

        foreach (var kept in plan.Kept)
        {
            output.WriteLine($"  stays: {kept}");
        }

        output.WriteLine((plan.IsEmpty, isDone) switch
        {
            (true, _) => "Nothing of this pipeline is on the platform.",
            (_, true) => "✓ Done. The generated files and the logs of this workspace stay; delete its folder when they are not needed.",
            _ => "Nothing was removed. Pass --yes to remove it; there is no way back.",
        });
    }

    private static JsonObject Json(DestroyPlan plan, bool isDone) => new()
    {
        ["removed"] = isDone,
        ["projects"] = new JsonArray([.. plan.Projects.Select(p => new JsonObject
        {
            ["name"] = p.Name,
            ["revision"] = p.Revision,
            ["schedules"] = new JsonArray([.. p.Schedules.Select(s => (JsonNode)s)]),
        })]),
        ["databases"] = new JsonArray([.. plan.Databases.Select(d => new JsonObject
        {
            ["name"] = d.Name,
            ["tables"] = new JsonArray([.. d.Tables.Select(t => (JsonNode)t)]),
            ["rows"] = d.Rows,
        })]),
        ["tables"] = new JsonArray([.. plan.Tables.Select(t => (JsonNode)t.ToString())]),
        ["kept"] = new JsonArray([.. plan.Kept.Select(k => (JsonNode)k)]),
    };
}
