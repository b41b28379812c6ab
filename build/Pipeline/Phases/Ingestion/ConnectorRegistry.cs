using System.Collections.Immutable;
using Cdp.Pipeline.Configuration.Binding;
using Cdp.Pipeline.Files;
using Cdp.Yaml;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>The connectors that there are files of: a new file is a new connector.</summary>
public sealed class ConnectorRegistry(IEnumerable<Connector> connectors)
{
    private readonly ImmutableSortedDictionary<string, Connector> _connectors =
        connectors.ToImmutableSortedDictionary(c => c.Type, c => c, StringComparer.Ordinal);

    public IEnumerable<string> Types => _connectors.Keys;

    public Connector? Find(string type) => _connectors.GetValueOrDefault(type);

    public Connector Get(string type) => Find(type)
        ?? throw new PipelineException($"There is no connector '{type}'.{Suggestion.For(type, Types)}", ExitCode.WrongInput);

    /// <param name="product">The folder <c>templates</c> of this project.</param>
    /// <param name="own">A user's template folder, whose files win, or null.</param>
    public static ConnectorRegistry Read(FileStore files, string product, string? own)
    {
        string[] folders = [product, .. own is null ? Array.Empty<string>() : [own]];
        var paths =
            from folder in folders
            let connectors = Path.Combine(folder, "ingestion", "connectors")
            from file in files.List(connectors)
            where file.EndsWith(".yml", StringComparison.Ordinal)
            group Path.Combine(connectors, file) by file into same
            select same.Last();
        return new(paths.Select(path => Connector(path, files.ReadText(path))).ToList());
    }

    private static Connector Connector(string path, string text)
    {
        try
        {
            BindingReport report = new();
            var root = YamlDocument.Read(text, path) ?? new YamlMapping(new Position(path, 1, 1), null, []);
            var connector = (Connector?)new ConfigBinder(report).Bind(root, typeof(Connector), string.Empty);
            if (connector is not null && connector.Type != Path.GetFileNameWithoutExtension(path))
            {
                report.Problem(root.Position, $"The type is '{connector.Type}', so the file has to be called {connector.Type}.yml.");
            }

            foreach (var problem in connector is null ? [] : ConnectorShape.Problems(connector))
            {
                report.Problem(root.Position, problem);
            }

            report.ThrowIfAny();
            return connector!;
        }
        catch (YamlSyntaxException ex)
        {
            throw new PipelineException($"{ex.Position}: This is not YAML: {ex.Message.TrimEnd('.')}.", ExitCode.WrongInput, ex);
        }
    }
}
