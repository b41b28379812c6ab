using System.Text.Json.Nodes;
using Cdp.Digdag.Language;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Check</c>: loads and compiles a digdag project, as a push would.</summary>
internal sealed class CheckCommand(TextWriter output)
{
    /// <returns>Whether a push would be accepted.</returns>
    public bool Run(string folder, bool asJson)
    {
        var check = ProjectCheck.Of(folder);
        if (asJson)
        {
            output.WriteLine(Answers.Line(check.ToJson()));
        }
        else
        {
            Tell(check);
        }

        return check.Accepted;
    }

    private void Tell(ProjectCheck check)
    {
        foreach (var error in check.Errors)
        {
            output.WriteLine(error.ToString());
        }

        foreach (var workflow in check.Workflows)
        {
            output.WriteLine($"✓ {workflow.Name}: {workflow.Tasks.Length} tasks");
            foreach (var task in workflow.Tasks)
            {
                output.WriteLine($"    {task}");
            }
        }
    }
}
