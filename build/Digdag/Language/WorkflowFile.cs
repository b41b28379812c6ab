using System.Text.Json.Nodes;

namespace Cdp.Digdag.Language;

/// <summary>The rules for the top level of a <c>.dig</c> file (spec §1.4).</summary>
internal static class WorkflowFile
{
    private static readonly string[] TopLevel = ["schedule", "sla", "_error", "_check", "_retry", "_parallel"];

    /// <param name="name">Of the workflow; a file in a folder also sets <c>_workdir</c>.</param>
    public static WorkflowDefinition Read(ProjectFiles files, string file, string name)
    {
        var sources = new SourceMap();
        var loaded = new ConfigLoader(files, sources).Load(file);
        var draft = new WorkflowDefinition(name, file, "UTC", loaded, sources);
        try
        {
            return draft with { TimeZone = TimeZoneOf(loaded), Config = Checked(name, loaded) };
        }
        catch (DigdagConfigException ex)
        {
            throw draft.Located(ex);
        }
    }

    private static string TimeZoneOf(JsonObject loaded)
    {
        if (loaded["timezone"] is not { } value)
        {
            return ZoneName.Utc;
        }

        return value is JsonValue && ZoneName.Parse(JsonText.Scalar(value)) is { } zone
            ? zone
            : throw Keyed("timezone", ConfigValue.Unexpected("a time zone (Asia/Tokyo, UTC, +09:00)", "timezone", value));
    }

    private static JsonObject Checked(string name, JsonObject loaded)
    {
        var export = Keyed("_export", () => loaded.GetNestedOrEmpty("_export")).Copy();
        var config = new JsonObject();
        var rest = loaded.Where(e => e.Key is not ("timezone" or "_export")).ToList();
        foreach (var key in TopLevel.Where(loaded.ContainsKey))
        {
            config[key] = Keyed(key, () => loaded.Required(key)).DeepClone();
        }

        foreach (var (key, _) in rest.Where(e => e.Key.StartsWith('+')))
        {
            config[key] = Keyed(key, () => loaded.Required(key)).DeepClone();
        }

        RefuseUnknown(name, [.. rest.Select(e => e.Key).Where(k => !k.StartsWith('+') && !TopLevel.Contains(k))]);
        CheckNames(name, rest.Select(e => e.Key).Where(k => k.StartsWith('+')));
        SetWorkdir(name, export);
        if (export.Count > 0)
        {
            config.Insert(0, "_export", export);
        }

        return config;
    }

    private static void RefuseUnknown(string name, IReadOnlyList<string> keys)
    {
        if (keys.Count > 0)
        {
            throw Keyed(
                keys[0], new($"Workflow '{name}' includes unknown keys: [{string.Join(", ", keys)}]"));
        }
    }

    private static void CheckNames(string name, IEnumerable<string> tasks)
    {
        var rules = new NameRules();
        foreach (var task in tasks)
        {
            rules.CheckTaskName("task name", task, SourceMap.Join("", task));
        }

        rules.CheckProjectName("name", name);
        rules.Demand("workflow", DigdagConfigException.ModelValidation);
    }

    private static void SetWorkdir(string name, JsonObject export)
    {
        var slash = name.LastIndexOf('/');
        if (slash < 0)
        {
            return;
        }

        var folder = name[..slash];
        export["_workdir"] = Keyed("_export", () => export.GetStringOrNull("_workdir")) is { } inner
            ? $"{folder}/{inner}"
            : folder;
    }

    private static T Keyed<T>(string key, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DigdagConfigException ex)
        {
            throw Keyed(key, ex);
        }
    }

    private static DigdagConfigException Keyed(string key, DigdagConfigException error) =>
        new(error.Message, error.Words, error.Position, error.InnerException) { KeyPath = SourceMap.Join("", key) };
}
