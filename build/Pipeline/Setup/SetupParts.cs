using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Setup;

/// <summary>What the wizard works with.</summary>
public sealed record SetupParts
{
    /// <summary>Where the configuration will be, as the person knows it.</summary>
    public required string Path { get; init; }

    public required ConnectorRegistry Connectors { get; init; }

    public required FileStore Files { get; init; }

    /// <summary>Checks a text as the configuration at the path.</summary>
    public required Func<string, string, PipelineConfig> Check { get; init; }

    /// <summary>The address of the API, of a configuration.</summary>
    public required Func<PipelineConfig, string> Endpoint { get; init; }

    public required IConsoleView View { get; init; }

    /// <summary>Null where nobody is.</summary>
    public required IPrompt? Prompt { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The key of the environment, or null.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>Replace a configuration that is there without asking.</summary>
    public bool Force { get; init; }

    /// <summary><c>--answers</c>.</summary>
    public string? AnswersFile { get; init; }

    /// <summary><c>--answer</c>, each <c>NAME=VALUE</c>.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>The schema that editors complete and check by; named from the configuration's folder in its first line.</summary>
    public required string Schema { get; init; }

    internal string SchemaFromFolder => System.IO.Path.GetRelativePath(Folder, System.IO.Path.GetFullPath(Schema)).Replace('\\', '/');

    internal string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>A file may be named from the configuration's folder, where it is looked for later, or from where the person is.</summary>
    internal (string? Path, string? Problem) StandIn(string text)
    {
        if (Files.Exists(System.IO.Path.Combine(Folder, text)))
        {
            return (text.Replace('\\', '/'), null);
        }

        return Files.Exists(text)
            ? (System.IO.Path.GetRelativePath(Folder, System.IO.Path.GetFullPath(text)).Replace('\\', '/'), null)
            : (null, $"There is no file {text}, neither here nor in {Folder}.");
    }
}
