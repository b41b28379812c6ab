using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Check</c> without a project: the configuration, every environment of it, as a run would load it.</summary>
internal sealed partial class ConfigCheckCommand(TextWriter output, Func<PipelineConfig> load)
{
    /// <returns>Whether a run would take it.</returns>
    public bool Run(string path, bool asJson)
    {
        var (config, error) = Load();
        if (asJson)
        {
            output.WriteLine(Answers.Line(Json(error)));
        }
        else
        {
            output.WriteLine(config is null ? error : Told(path, config));
        }

        return config is not null;
    }

    private (PipelineConfig? Config, string? Error) Load()
    {
        try
        {
            return (load(), null);
        }
        catch (PipelineException ex) when (ex.ExitCode is ExitCode.WrongInput)
        {
            return (null, ex.Message);
        }
    }

    private static string Told(string path, PipelineConfig config) => string.Create(
        CultureInfo.InvariantCulture,
        $"✓ {path}: client {config.Client}, {string.Join(", ", config.Ingestion.Sources.Select(Source))}; on {SnakeCase.Of(config.Platform)}");

    private static string Source(SourceConfig source) => string.Create(
        CultureInfo.InvariantCulture,
        $"source {source.SourceName} ({source.Connector}) with {source.Objects.Length} object{(source.Objects.Length == 1 ? string.Empty : "s")}");

    /// <summary>The same shape as a project's, so that one reader does for both.</summary>
    private static JsonObject Json(string? error) => new()
    {
        ["accepted"] = error is null,
        ["errors"] = new JsonArray([.. (error?.Split('\n') ?? []).Select(Error)]),
        ["workflows"] = new JsonArray(),
    };

    private static JsonObject Error(string line) => Place().Match(line) is { Success: true } match
        ? new()
        {
            ["file"] = match.Groups["file"].Value,
            ["line"] = int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            ["column"] = int.Parse(match.Groups["column"].ValueSpan, CultureInfo.InvariantCulture),
            ["message"] = match.Groups["message"].Value,
        }
        : new() { ["file"] = null, ["line"] = null, ["column"] = null, ["message"] = line };

    [GeneratedRegex(@"\A(?<file>.+?):(?<line>\d+):(?<column>\d+): (?<message>.+)\z")]
    private static partial Regex Place();
}
