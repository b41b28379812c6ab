using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases;

namespace Cdp.Build.Hosting;

/// <summary>The configuration with what the command line says on top: command line, then file, then default.</summary>
internal static class Configured
{
    public static string Path(Invocation invocation) =>
        invocation.Arguments["config"] ?? System.IO.Path.Combine(Invocation.Root, "config", "pipeline.yml");

    /// <summary>As a person at this folder would write it: relative where it lies below, else as it was given.</summary>
    public static string Shown(string path) =>
        System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.StartsWith("..", StringComparison.Ordinal)
            ? path
            : relative;

    public static PipelineConfig Load(Invocation invocation, FileStore files) => Load(invocation, files, Path(invocation));

    /// <summary>Another file, with the same command line on top.</summary>
    public static PipelineConfig Load(Invocation invocation, FileStore files, string file)
    {
        return Loader(files).Load(
            Shown(file),
            config => config with
            {
                Platform = invocation.Arguments.Choice<PlatformKind>("platform") ?? config.Platform,
                Transport = invocation.Arguments.Choice<Transport>("transport") ?? config.Transport,
                Schemas = invocation.Arguments.Choice<SchemaSource>("schemas") is { } use ? config.Schemas with { Use = use } : config.Schemas,
                Endpoint = invocation.Arguments["endpoint"] is { } endpoint ? AddressOf(endpoint) : config.Endpoint,
            },
            invocation.Arguments["environment"]);
    }

    /// <summary>Reads with the connectors that ship, and those of the configuration's own template folder.</summary>
    public static ConfigLoader Loader(FileStore files)
    {
        Dictionary<string, IReadOnlyList<IPhaseDefinition>> known = [];
        IReadOnlyList<IPhaseDefinition> Phases(PipelineConfig config)
        {
            var folder = config.TemplateFolder ?? string.Empty;
            return known.TryGetValue(folder, out var phases)
                ? phases
                : known[folder] = Definitions.Of(Definitions.Connectors(files, config));
        }

        return new ConfigLoader(files, Phases);
    }

    private static string AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? text
            : throw new PipelineException(
                $"--endpoint={text} is not an address. Write it as https://api.treasuredata.com.", ExitCode.WrongInput);
}
