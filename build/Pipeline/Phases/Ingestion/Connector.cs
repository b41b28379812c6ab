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

    [Description("Keys of in: that bound a load in time.")]
    public ConnectorWindow? Window { get; init; }

    [Description("Where the window stands when it has no keys of its own.")]
    public WindowPlace WindowIn { get; init; } = WindowPlace.Keys;

    [Description("Fields that tell when a record changed or was made, unless the configuration names others.")]
    public ConnectorFields Fields { get; init; } = new();

    [Description("Full for connectors that cannot be asked for a window.")]
    public LoadKind? Load { get; init; }

    [Description("How many seconds before the last load the next one begins: late updates.")]
    public int OverlapSeconds { get; init; }

    public required ConnectorParallel Parallel { get; init; }

    [Description("What in: may hold, in addition to the type.")]
    public ImmutableSortedDictionary<string, ConnectorParameter> Parameters { get; init; } =
        ImmutableSortedDictionary<string, ConnectorParameter>.Empty;

    [Description("What in: always holds.")]
    public JsonObject? Fixed { get; init; }

    [Description("Objects, by the value of the parameter that is from_object, that differ from the rest.")]
    public ImmutableSortedDictionary<string, ConnectorObject> Objects { get; init; } =
        ImmutableSortedDictionary<string, ConnectorObject>.Empty;

    [Description("The configuration's parameters are the whole of in:, unchecked.")]
    public bool Passthrough { get; init; }

    /// <summary>The parameter that names the object, or null.</summary>
    public string? ObjectParameter => Parameters.Where(p => p.Value.FromObject).Select(p => p.Key).FirstOrDefault();
}

public enum WindowPlace
{
    Keys,
    Query,
    Where,
    Any,
}

public sealed record ConnectorWindow
{
    public required string From { get; init; }

    public required string To { get; init; }

    [Description("Key that names the field the window is about.")]
    public string? Field { get; init; }
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

public sealed record ConnectorParameter
{
    public required ParameterType Type { get; init; }

    public bool Required { get; init; }

    [Description("Not needed when that other parameter is given.")]
    public string? Unless { get; init; }

    [Description("Its value is a secret of the platform, never of a file.")]
    public bool Secret { get; init; }

    [Description("The object's name, where the configuration does not give it.")]
    public bool FromObject { get; init; }

    public JsonNode? Default { get; init; }

    public ImmutableArray<string> Values { get; init; } = [];
}

public enum ParameterType
{
    String,
    Integer,
    Boolean,
    List,
    Map,

    /// <summary>The number of a connection in TD Console.</summary>
    Authentication,
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
