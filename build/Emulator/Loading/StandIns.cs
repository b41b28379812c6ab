using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Loading;

/// <summary>The stand-ins that the config names, told by a call of its own and never by pushed files.</summary>
/// <remarks>Kept on disk: a load may be asked for after the process was idle and left.</remarks>
internal sealed class StandIns
{
    private static readonly string[] Formats = ["csv", "jsonl", "json", "parquet", "http"];

    private readonly string _path;

    private StandIns(string path, IReadOnlyList<StandIn> all)
    {
        _path = path;
        All = all;
    }

    public IReadOnlyList<StandIn> All { get; private set; }

    public static StandIns Open(string folder)
    {
        var path = Path.Combine(folder, "stand_ins.json");
        return new StandIns(path, File.Exists(path) ? Read(JsonNode.Parse(File.ReadAllText(path))!.AsObject()) : []);
    }

    public void Replace(JsonObject body)
    {
        All = Read(body);
        var temporary = _path + ".tmp";
        File.WriteAllText(temporary, body.ToJsonString());
        File.Move(temporary, _path, overwrite: true);
    }

    /// <summary>The closest match; the one named first when two are equally close.</summary>
    public StandIn Find(JsonObject connector) =>
        All.Where(standIn => standIn.Matches(connector)).MaxBy(standIn => standIn.Closeness)
        ?? throw new ApiException(404, NoneFor(connector));

    private string NoneFor(JsonObject connector)
    {
        var type = connector["type"]?.ToString() ?? "";
        var known = All.Count(standIn => standIn.Match["type"]?.ToString() == type);
        var target = connector["target"]?.ToString() is { } object_ ? $" with target '{object_}'" : "";
        return $"No stand-in for connector '{type}'{target}"
            + (known > 0 ? FormattableString.Invariant($" ({known} for other objects of it)") : "")
            + "; name one under local.sources in the config.";
    }

    private static StandIn[] Read(JsonObject body)
    {
        try
        {
            return [.. body["stand_ins"]!.AsArray().Select(node => ReadOne(node!.AsObject()))];
        }
        catch (Exception ex) when (ex is NullReferenceException or InvalidOperationException or JsonException)
        {
            throw ApiException.BadRequest("The body must be of the form {\"stand_ins\": [{\"match\": {…}, \"path\": \"…\", \"format\": \"csv\"}]}.");
        }
    }

    private static StandIn ReadOne(JsonObject node)
    {
        var format = (string)node["format"]!;
        return Formats.Contains(format)
            ? new StandIn(
                node["match"]!.AsObject(),
                (string)node["path"]!,
                format,
                node["window"] is JsonObject window
                    ? new StandInWindow((string)window["column"]!, (string?)window["from"], (string?)window["to"], (string?)window["days"], [.. (window["within"] as JsonArray ?? []).Select(key => (string)key!)])
                    : null)
            : throw ApiException.BadRequest($"There is no format '{format}'. Use {string.Join(", ", Formats)}.");
    }
}
