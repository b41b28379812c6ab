using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>One task of the graph that a workflow, or the body of a generated task, compiles to.</summary>
/// <param name="Index">Its place in the list; the root is 0, parents come before their children.</param>
/// <param name="Name">With its mark: <c>+load</c>, <c>^sub</c>.</param>
/// <param name="FullName">From the workflow down: <c>+wf+group^sub+loop-0</c>.</param>
/// <param name="IsGroup">Only holds other tasks (or was disabled); it is never evaluated.</param>
/// <param name="Config">The task's own keys, <c>_export</c> included, without its children.</param>
/// <param name="Upstreams">Indexes of the siblings that must succeed first.</param>
public sealed record CompiledTask(
    int Index,
    int? ParentIndex,
    string Name,
    string FullName,
    bool IsGroup,
    JsonObject Config,
    ImmutableArray<int> Upstreams)
{
    /// <summary>The keys that lead to the task in its file.</summary>
    internal string KeyPath { get; init; } = "";
}
