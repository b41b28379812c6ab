using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Cdp.Pipeline.Phases.Ingestion;

public sealed record ConnectorParameter
{
    public required ParameterType Type { get; init; }

    [Description("What it is, in a few words: for the wizard, and for editors.")]
    public string? About { get; init; }

    public bool Required { get; init; }

    [Description("Not needed when that other parameter is given.")]
    public string? Unless { get; init; }

    [Description("Only where these other parameters have these values.")]
    public ImmutableSortedDictionary<string, string> When { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [Description("Its value is a secret of the platform, never of a file.")]
    public bool Secret { get; init; }

    [Description("The object's name, where the configuration does not give it.")]
    public bool FromObject { get; init; }

    [Description("Objects differ in it: the wizard asks for it object by object.")]
    public bool PerObject { get; init; }

    public JsonNode? Default { get; init; }

    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>It has to be given, where nothing else stands in for it and its condition holds.</summary>
    public bool IsNeeded => Required || Unless is not null;
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
