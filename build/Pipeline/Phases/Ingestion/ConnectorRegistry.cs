using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>The connectors that there are files of.</summary>
public sealed class ConnectorRegistry(IEnumerable<Connector> connectors)
{
    private readonly ImmutableSortedDictionary<string, Connector> _connectors =
        connectors.ToImmutableSortedDictionary(c => c.Type, c => c, StringComparer.Ordinal);

    public IEnumerable<string> Types => _connectors.Keys;

    public Connector? Find(string type) => _connectors.GetValueOrDefault(type);

    public Connector Get(string type) => Find(type)
        ?? throw new PipelineException($"There is no connector '{type}'.{Suggestion.For(type, Types)}", ExitCode.WrongInput);
}
