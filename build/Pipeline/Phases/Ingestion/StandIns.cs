using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What the emulator is told of the files that stand in for the sources: which load each answers, and how it is cut.</summary>
public sealed class StandIns(ConnectorRegistry connectors)
{
    /// <param name="folder">The configuration's folder, which its paths are relative to.</param>
    /// <returns><c>{"stand_ins": [{"match", "path", "format", "window"?}]}</c>, the body of the emulator's own call.</returns>
    public JsonObject Of(ResolvedPipeline pipeline, string folder)
    {
        var entries =
            from source in IngestionPlan.Of(pipeline, connectors).Sources
            where pipeline.Config.Local.Sources.ContainsKey(source.Name)
            from o in source.Objects
            let standIn = pipeline.Config.Local.Sources[source.Name].GetValueOrDefault(o.Object.Name)
            where standIn is not null
            from entry in Entries(source, o, standIn, folder)
            select (JsonNode?)entry;
        return new() { ["stand_ins"] = new JsonArray([.. entries]) };
    }

    private static IEnumerable<JsonObject> Entries(SourcePlan source, ObjectPlan o, StandInConfig standIn, string folder)
    {
        if (o.IsFull)
        {
            return Files(standIn, standIn.Incremental).Take(1).Select(file => Entry(source, o, standIn, Path.Combine(folder, file), null, null));
        }

        (string? Column, string? Api, IEnumerable<string> Files)[] passes =
        [
            (o.HistField, o.HistApiField, Files(standIn, standIn.Historical)),
            (o.IncField, o.IncApiField, Files(standIn, standIn.Incremental)),
        ];
        return
        [
            .. from pass in passes
               from file in pass.Files.Take(1)
               group pass by (pass.Column, Api: o.NamesField || o.Connector.Window.Where is not null ? pass.Api : null, file) into same
               select Entry(source, o, standIn, Path.Combine(folder, same.Key.file), same.Key.Column, same.Key.Api),
        ];
    }

    private static IEnumerable<string> Files(StandInConfig standIn, IEnumerable<string> own) => [.. own, .. standIn.Files];

    private static JsonObject Entry(
        SourcePlan source, ObjectPlan o, StandInConfig standIn, string path, string? column, string? api)
    {
        JsonObject entry = new()
        {
            ["match"] = Match(source, o, api),
            ["path"] = path,
            ["format"] = Format(standIn, path),
        };
        if (column is not null && !o.IsFull)
        {
            entry["window"] = StandInWindow.Of(o, column, api);
        }

        return entry;
    }

    /// <summary>The type and what tells this object from the others; not what digdag fills in.</summary>
    private static JsonObject Match(SourcePlan source, ObjectPlan o, string? api)
    {
        JsonObject match = [];
        foreach (var (key, value) in LoadFile.In(source, o))
        {
            if (value is JsonValue && !value.ToString().Contains("${", StringComparison.Ordinal))
            {
                match[key] = value.DeepClone();
            }
        }

        if (api is not null && o.NamesField)
        {
            match[o.Connector.Window.Field!] = api;
        }

        foreach (var (key, pattern) in o.IsFull ? [] : StandInWindow.Patterns(o, api))
        {
            match[key] = new JsonObject { ["$matches"] = pattern };
        }

        return match;
    }

    private static string Format(StandInConfig standIn, string path) => standIn.Format switch
    {
        { } format => format is FileFormat.Json && path.EndsWith(".jsonl", StringComparison.Ordinal) ? "jsonl" : SnakeCase.Of(format),
        null => Path.GetExtension(path).TrimStart('.') switch
        {
            "" => "csv",
            "ndjson" => "jsonl",
            var ending => ending,
        },
    };
}
