using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>What is known of one type of connector: a file of <c>templates/ingestion/connectors</c>.</summary>
public sealed record Connector
{
    [Description("The type in td_load's in:.")]
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Docs { get; init; }

    [Description("How the connector wants a point in time, in the letters of moment.js; always UTC.")]
    public required string TimeFormat { get; init; }

    [Description("How a load is asked for the changes of a window of time.")]
    public required IncrementalKind Incremental { get; init; }

    [Description("Where in in: the window stands.")]
    public ConnectorWindow Window { get; init; } = new();

    [Description("Fields that tell when a record changed or was made, unless the configuration names others.")]
    public ConnectorFields Fields { get; init; } = new();

    [Description("How many seconds before the last load the next one begins: late updates.")]
    public int OverlapSeconds { get; init; }

    public required ConnectorParallel Parallel { get; init; }

    [Description("What else the service or the connector limits, a sentence each; for people.")]
    public ImmutableArray<string> Limits { get; init; } = [];

    [Description("What in: may hold, in addition to the type; a dot makes a key inside a map, as json_keyfile.content.")]
    public ImmutableSortedDictionary<string, ConnectorParameter> Parameters { get; init; } =
        ImmutableSortedDictionary<string, ConnectorParameter>.Empty;

    [Description("What in: always holds.")]
    public JsonObject? Fixed { get; init; }

    [Description("Objects, by the value of the parameter that is from_object, that differ from the rest.")]
    public ImmutableSortedDictionary<string, ConnectorObject> Objects { get; init; } =
        ImmutableSortedDictionary<string, ConnectorObject>.Empty;

    [Description("Parameters that are not named here are passed on unchecked: public documents do not name them all.")]
    public bool Open { get; init; }

    [Description("The configuration's parameters are the whole of in:, unchecked.")]
    public bool Passthrough { get; init; }

    /// <summary>The load that the connector is able to do; null when it does both.</summary>
    public LoadKind? OnlyLoad => Incremental is IncrementalKind.Files or IncrementalKind.None ? LoadKind.Full : null;

    /// <summary>The parameter that names the object, or null.</summary>
    public string? ObjectParameter => Parameters.Where(p => p.Value.FromObject).Select(p => p.Key).FirstOrDefault();
}

public sealed record ConnectorFields
{
    public string? IncField { get; init; }

    public string? IncApiField { get; init; }

    public string? HistField { get; init; }

    public string? HistApiField { get; init; }
}

public sealed record ConnectorParallel
{
    public required int Incremental { get; init; }

    public required int Historical { get; init; }
}

public sealed record ConnectorObject
{
    public string? IncField { get; init; }

    public string? IncApiField { get; init; }

    public string? HistField { get; init; }

    public string? HistApiField { get; init; }

    public LoadKind? Load { get; init; }

    [Description("The connector does not want the field's name for this object.")]
    public bool OmitField { get; init; }

    public JsonObject? Fixed { get; init; }
}
