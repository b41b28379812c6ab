using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Yaml;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

public class TaskCountTests
{
    [Fact]
    public void The_estimate_is_not_below_what_the_workflow_makes()
    {
        Project project = new(Project.SampleConfig());
        var text = project.Render(project.LoadPhase)["shop_ingest_hist.dig"];
        var workflow = (YamlMapping)YamlDocument.Read(text, "shop_ingest_hist.dig")!;

        foreach (var (objects, ranges) in ((int, int)[])[(1, 1), (2, 4), (5, 12)])
        {
            var tasks = 1 + Children(workflow, objects, ranges);

            Assert.InRange(HistoryParts.Estimate(objects, ranges), tasks, tasks * 5 / 4);
        }
    }

    private static int Children(YamlMapping body, int objects, int ranges) =>
        body.Entries.Where(e => Name(e).StartsWith('+')).Sum(e => Task((YamlMapping)e.Value, objects, ranges))
        + (body["_error"] is YamlMapping handler ? 1 + Children(handler, objects, ranges) : 0);

    private static int Task(YamlMapping task, int objects, int ranges) => task["_do"] is YamlMapping body
        ? 2 + (Times(task, objects, ranges) * Body(task, body, objects, ranges))
        : 1 + Children(task, objects, ranges);

    /// <summary>Each round of a loop is a group of its own, unless its body is one operator.</summary>
    private static int Body(YamlMapping task, YamlMapping body, int objects, int ranges)
    {
        var children = Children(body, objects, ranges);
        return task["for_each>"] is null ? children : 1 + children;
    }

    private static int Times(YamlMapping task, int objects, int ranges) => task["for_each>"] switch
    {
        YamlMapping loop when loop["datasource"] is not null => objects,
        YamlMapping => ranges,
        _ => 1,
    };

    private static string Name(YamlEntry entry) => (entry.Key as YamlScalar)?.Text ?? "";
}
