using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <param name="KeyPath">The keys that lead to the task inside what is being compiled.</param>
internal sealed record TaskPlace(string FullName, string Name, string KeyPath)
{
    public TaskPlace Child(string name) => new(FullName + name, name, SourceMap.Join(KeyPath, name));
}

/// <summary>A task while its order among its siblings is still being found.</summary>
internal sealed class TaskDraft(int index, TaskDraft? parent, TaskPlace place, bool isGroup, JsonObject config)
{
    private readonly List<int> _upstreams = [];

    public string Name => place.Name;

    public string KeyPath => place.KeyPath;

    public JsonObject Config => config;

    public void DependOn(TaskDraft sibling) => _upstreams.Add(sibling.Index);

    public CompiledTask Build() =>
        new(Index, parent?.Index, place.Name, place.FullName, isGroup, config, [.. _upstreams]) { KeyPath = KeyPath };

    private int Index => index;
}
