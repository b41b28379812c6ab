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
    public LoadKind? OnlyLoad => Special?.Load ?? Connector.Load;

    public string? IncField => Object.IncField ?? Special?.IncField ?? Connector.Fields.IncField;

    public string? HistField => Object.Config.HistField ?? Special?.HistField ?? Connector.Fields.HistField ?? IncField;

    /// <summary>The API's word is the connector's only where the column is the connector's too.</summary>
    public string? IncApiField => Object.Config.IncApiField ?? Api(Special?.IncApiField, Connector.Fields.IncApiField, IncField, Special?.IncField, Connector.Fields.IncField);

    public string? HistApiField => Object.Config.HistApiField ?? Api(Special?.HistApiField, Connector.Fields.HistApiField, HistField, Special?.HistField, Connector.Fields.HistField);

    public int OverlapSeconds => Object.Config.OverlapSeconds ?? Connector.OverlapSeconds;

    public bool NamesField => Connector.Window?.Field is not null && Special?.OmitField is not true;

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

    private static string? Api(string? special, string? common, string? column, string? specialColumn, string? commonColumn) =>
        column switch
        {
            null => null,
            _ when column == specialColumn => special ?? column,
            _ when column == commonColumn => common ?? column,
            _ => column,
        };
}
