using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Check</c>: loads and compiles a digdag project, as a push would.</summary>
internal sealed class CheckCommand(TextWriter output, TimeProvider clock)
{
    /// <returns>Whether a push would be accepted.</returns>
    public bool Run(string folder, bool asJson)
    {
        var check = ProjectCheck.Run(folder, clock.GetUtcNow());
        if (asJson)
        {
            output.WriteLine(Answers.Line(Json(check)));
        }
        else
        {
            Tell(check, folder);
        }

        return check.IsAccepted;
    }

    private void Tell(CheckedProject check, string folder)
    {
        foreach (var error in check.Errors)
        {
            output.WriteLine($"{Path.Combine(folder, error.Position.File)}:{error.Position.Line}:{error.Position.Column}: {error.Message}");
        }

        foreach (var workflow in check.Workflows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"✓ {workflow.Definition.Name} ({workflow.Definition.TimeZone}): {workflow.Tasks.Length - 1} tasks"));
            if (workflow.NextSession is { } next)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    next session {next.Time:O}, runs at {next.RunTime:O}"));
            }

            foreach (var task in Tasks(workflow))
            {
                output.WriteLine($"    {task}");
            }
        }

        if (check.IsAccepted && check.Workflows.IsEmpty)
        {
            output.WriteLine($"{folder} has no workflow: there is no .dig file in it. A push would be accepted, but nothing could be started.");
        }
    }

    private static JsonObject Json(CheckedProject check) => new()
    {
        ["accepted"] = check.IsAccepted,
        ["errors"] = new JsonArray([.. check.Errors.Select(error => new JsonObject
        {
            ["file"] = error.Position.File,
            ["line"] = error.Position.Line,
            ["column"] = error.Position.Column,
            ["message"] = error.Message,
        })]),
        ["workflows"] = new JsonArray([.. check.Workflows.Select(workflow => new JsonObject
        {
            ["name"] = workflow.Definition.Name,
            ["tasks"] = new JsonArray([.. Tasks(workflow).Select(name => JsonValue.Create(name))]),
        })]),
    };

    /// <summary>Without the root, which is the workflow itself.</summary>
    private static IEnumerable<string> Tasks(CheckedWorkflow workflow) => workflow.Tasks.Skip(1).Select(task => task.FullName);
}
