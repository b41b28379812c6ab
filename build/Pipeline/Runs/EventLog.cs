using System.Text.Json.Nodes;
using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Runs;

/// <summary>What happened, one JSON object a line, in the day's folder of logs.</summary>
public sealed class EventLog(FileStore files, Workspace workspace, TimeProvider clock)
{
    public void Write(string name, JsonObject? details = null)
    {
        var now = clock.GetUtcNow();
        var line = new JsonObject { ["at"] = now.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["event"] = name };
        foreach (var (key, value) in details ?? [])
        {
            line[key] = value?.DeepClone();
        }

        files.Append(Path.Combine(workspace.Logs(now), "events.jsonl"), KnownSecrets.WithoutKeys(line.ToJsonString()) + "\n");
    }

    /// <summary>Keeps a whole log beside the events, without the API keys that a program may have printed.</summary>
    /// <returns>Its path.</returns>
    public string Keep(string name, string text)
    {
        var path = Path.Combine(workspace.Logs(clock.GetUtcNow()), name);
        files.WriteText(path, KnownSecrets.WithoutKeys(text));
        return path;
    }
}
