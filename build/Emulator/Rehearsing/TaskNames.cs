using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Rehearsing;

/// <summary>Tasks as digdag's API lists them, with parents and upstreams by full name: ids mean nothing to a reader.</summary>
internal static class TaskNames
{
    public static ImmutableArray<RehearsedTask> Resolve(JsonObject answer)
    {
        var tasks = answer["tasks"]!.AsArray().Select(task => task!.AsObject()).ToList();
        var names = tasks.ToDictionary(task => (string)task["id"]!, task => (string)task["fullName"]!);
        return [.. tasks.Select(task => new RehearsedTask
        {
            FullName = (string)task["fullName"]!,
            Parent = (string?)task["parentId"] is { } parent ? names[parent] : null,
            IsGroup = (bool)task["isGroup"]!,
            State = (string)task["state"]!,
            Config = task["config"]!.AsObject(),
            Upstreams = [.. task["upstreams"]!.AsArray().Select(id => names[(string)id!])],
            ExportParams = task["exportParams"]!.AsObject(),
            StoreParams = task["storeParams"]!.AsObject(),
            Error = task["error"]!.AsObject(),
        })];
    }
}
