using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>The language room, as the engine sees it.</summary>
internal sealed class DigdagLanguage : ILanguage
{
    public ImmutableArray<PlannedTask> Compile(string parentFullName, string name, JsonObject config) => throw Absent();

    public JsonObject Evaluate(JsonObject all, JsonObject scope) => throw Absent();

    public string EvaluateText(string text, JsonObject scope, string file) => throw Absent();

    public JsonObject LoadWorkflow(string projectFolder, string path) => throw Absent();

    public JsonNode? ParseYaml(string text, string file) => throw Absent();

    private static TaskFailure Absent() => TaskFailure.Config("The digdag language is not part of this build.");
}
