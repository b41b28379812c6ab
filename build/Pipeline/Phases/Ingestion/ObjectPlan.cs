using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Ingestion;

/// <summary>One object with everything known: what the configuration leaves open comes from the connector.</summary>
public sealed record ObjectPlan(ResolvedObject Object, Connector Connector, JsonObject Parameters)
{
    private ConnectorObject? Special =>
        Connector.ObjectParameter is { } key && Parameters[key]?.ToString() is { } value
            ? Connector.Objects.GetValueOrDefault(value)
            : null;

    public bool IsFull => Object.Load is LoadKind.Full;

    /// <summary>The load that the connector is able to do; null when it does both.</summary>
    public LoadKind? OnlyLoad => Special?.Load ?? Connector.OnlyLoad;

    public string? IncField => Object.IncField ?? Special?.IncField ?? Connector.Fields.IncField;

    public string? HistField => Object.Config.HistField ?? Special?.HistField ?? Connector.Fields.HistField ?? IncField;

    /// <summary>The API's word is the connector's only where the column is the connector's too.</summary>
    public string? IncApiField => Object.Config.IncApiField ?? Api(Special?.IncApiField, Connector.Fields.IncApiField, IncField, Special?.IncField, Connector.Fields.IncField);

    public string? HistApiField => Object.Config.HistApiField ?? Api(Special?.HistApiField, Connector.Fields.HistApiField, HistField, Special?.HistField, Connector.Fields.HistField);

    public int OverlapSeconds => Math.Max(Object.Config.OverlapSeconds ?? Connector.OverlapSeconds, EdgeSeconds);

    /// <summary>The part of the overlap that is for the boundary alone, which history needs too.</summary>
    public int EdgeSeconds => HasOwnWindow ? 0 : Connector.Window.Edge;

    /// <summary>The person's own query holds the window; nothing is written for them.</summary>
    public bool HasOwnWindow => Connector.Incremental is IncrementalKind.Query or IncrementalKind.Any
        || (Connector.Window.Query is { } query && Parameters.ContainsKey(query));

    /// <summary>A load may bring more than its window: what lies outside is not kept, where a column tells.</summary>
    public bool IsTrimmed => !IsFull && IncField is not null && Connector.Incremental is IncrementalKind.Days or IncrementalKind.Start;

    /// <summary>The parameter is to be given: it is needed, its condition holds, and nothing stands in for it.</summary>
    public bool Needs(ConnectorParameter parameter) =>
        parameter.IsNeeded && Applies(parameter) && (parameter.Unless is not { } other || !Parameters.ContainsKey(other));

    public bool Applies(ConnectorParameter parameter) => parameter.When.All(w => Value(w.Key) == w.Value);

    public bool NamesField => Connector.Window.Field is not null && Special?.OmitField is not true;

    public JsonObject Fixed
    {
        get
        {
            var all = Connector.Fixed?.DeepClone().AsObject() ?? [];
            foreach (var (key, value) in Special?.Fixed ?? [])
            {
                all[key] = value?.DeepClone();
            }

            if (IsFull && all.ContainsKey("incremental"))
            {
                all["incremental"] = false;
            }

            return all;
        }
    }

    /// <summary>As configured, or the connector's default.</summary>
    private string? Value(string parameter) =>
        (Parameters[parameter] ?? Connector.Parameters.GetValueOrDefault(parameter)?.Default)?.ToString();

    private static string? Api(string? special, string? common, string? column, string? specialColumn, string? commonColumn) =>
        column switch
        {
            null => null,
            _ when column == specialColumn => special ?? column,
            _ when column == commonColumn => common ?? column,
            _ => column,
        };
}
