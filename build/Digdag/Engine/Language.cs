using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Engine;

/// <summary>What the engine needs of the language: compiling task trees and evaluating templates.</summary>
internal interface ILanguage
{
    /// <summary>Tasks with parents before children; the first is the root.</summary>
    /// <exception cref="TaskFailure">The definition is not valid.</exception>
    ImmutableArray<PlannedTask> Compile(string parentFullName, string name, JsonObject config);

    /// <summary>Evaluates a whole configuration (digdag.md §3.3); <paramref name="scope"/> is what <c>${}</c> sees, raw.</summary>
    JsonObject Evaluate(JsonObject all, JsonObject scope);

    /// <summary>Evaluates the text of a file (§3.4); <paramref name="file"/> is for messages.</summary>
    string EvaluateText(string text, JsonObject scope, string file);

    /// <summary>Loads a workflow file at run time, for <c>call&gt;</c> and <c>http_call&gt;</c>.</summary>
    JsonObject LoadWorkflow(string projectFolder, string path);

    /// <summary>The same for text that came from elsewhere; <paramref name="file"/> is what it would be called.</summary>
    JsonObject WorkflowOf(string text, string file);

    JsonNode? ParseYaml(string text, string file);
}

internal sealed record PlannedTask(
    int Index, int? Parent, string FullName, bool IsGroup, ImmutableArray<int> Upstreams, JsonObject Config);
