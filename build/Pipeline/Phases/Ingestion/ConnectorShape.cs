namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What a connector's file has to say beyond its keys: a kind of window needs its parts, a parameter those it refers to.</summary>
internal static class ConnectorShape
{
    public static IEnumerable<string> Problems(Connector connector) =>
    [
        .. Window(connector),
        .. connector.Parameters.SelectMany(p => Parameter(connector, p.Key, p.Value)),
    ];

    private static IEnumerable<string> Window(Connector connector)
    {
        var window = connector.Window;
        (string Name, bool Given)[] wanted = connector.Incremental switch
        {
            IncrementalKind.Keys => [("from", window.From is not null), ("to", window.To is not null)],
            IncrementalKind.Days => [("from", window.From is not null), ("days", window.Days is not null)],
            IncrementalKind.Start => [("from", window.From is not null)],
            IncrementalKind.Where =>
            [
                ("where", window.Where is not null),
                ("condition", window.Condition?.Contains("{from}", StringComparison.Ordinal) is true
                    && window.Condition.Contains("{to}", StringComparison.Ordinal)),
            ],
            IncrementalKind.Query => [("query", window.Query is not null)],
            _ => [],
        };
        return wanted.Where(w => !w.Given).Select(w =>
            $"incremental: {SnakeCase.Of(connector.Incremental)} needs window.{w.Name}{(w.Name == "condition" ? ", with {from} and {to} in it" : "")}.");
    }

    private static IEnumerable<string> Parameter(Connector connector, string name, ConnectorParameter parameter) =>
    [
        .. new[] { parameter.Unless }.Concat(parameter.When.Keys).OfType<string>()
            .Where(other => !connector.Parameters.ContainsKey(other))
            .Select(other => $"The parameter '{name}' refers to '{other}', which is not there.{Suggestion.For(other, connector.Parameters.Keys)}"),
        .. parameter is { Secret: true, Default: not null }
            ? new[] { $"The parameter '{name}' is a secret, so it cannot have a default." }
            : [],
    ];
}
