using System.Collections.Immutable;
using Cdp.Digdag.Engine;
using Cdp.Digdag.Language;
using Cdp.Digdag.Schedules;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Workflows;

/// <summary>A project's workflows, refused as digdag refuses them at a push.</summary>
internal static class PushedProject
{
    public static ImmutableArray<PushedWorkflow> Read(string project, string folder)
    {
        try
        {
            ProjectName.Check(project);
            var loaded = WorkflowLoader.Load(folder);
            if (!loaded.Errors.IsEmpty)
            {
                throw ApiException.BadRequest(
                    "Validating project failed\n"
                    + string.Join('\n', loaded.Errors.Select(e => $"workflow {e.Position.File} {e.Message}")));
            }

            foreach (var workflow in loaded.Workflows)
            {
                WorkflowCompiler.Compile(workflow);
                Scheduler.RefuseUnusedKeys(workflow);
                Scheduler.Of(workflow);
            }

            return [.. loaded.Workflows.Select(w => new PushedWorkflow(w.Name, w.TimeZone, w.Config))];
        }
        catch (DigdagConfigException ex)
        {
            throw ApiException.BadRequest(ex.Message);
        }
    }
}
