using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Setup;

/// <summary>What a connector makes of the objects of one source.</summary>
/// <param name="Given">The answers to the connector's questions about the source.</param>
internal sealed partial record SourceObjects(string Source, Connector Connector, IReadOnlyDictionary<string, string> Given)
{
    /// <summary><c>Order_Line__c</c> is called <c>order_line__c</c>, <c>public.orders</c> is called <c>public_orders</c>.</summary>
    public static string NameOf(string name) => Foreign().Replace(name.ToLowerInvariant(), "_");

    /// <summary>The connector reads it whole, whatever the configuration says.</summary>
    public bool IsWhole(string name) =>
        (Special(name)?.Load ?? Connector.OnlyLoad) is LoadKind.Full || QueryIsOutOfPlace;

    /// <summary>The column that tells when a record changed, as far as the connector knows.</summary>
    public string? KnownField(string name) => Special(name)?.IncField ?? Connector.Fields.IncField;

    /// <summary>The load cannot be asked for changes without a column's name.</summary>
    public bool NeedsField(string name) =>
        KnownField(name) is null
        && Connector.Incremental is not (IncrementalKind.Query or IncrementalKind.Any)
        && ((Connector.Window.Field is not null && Special(name)?.OmitField is not true) || Connector.Window.Where is not null);

    /// <param name="field">The person's own column; null: the connector's.</param>
    public ObjectDraft Draft(string name, JsonObject parameters, bool full, string? field, string? file)
    {
        var called = NameOf(name);
        if (called != name && Connector.ObjectParameter is { } key)
        {
            parameters.Insert(0, key, name);
        }

        return new(
            called,
            $"{Source}_{called}",
            parameters,
            (full || QueryIsOutOfPlace) && (Special(name)?.Load ?? Connector.OnlyLoad) is not LoadKind.Full,
            full || IsWhole(name) ? null : field ?? KnownField(name),
            file);
    }

    private ConnectorObject? Special(string name) => Connector.Objects.GetValueOrDefault(name);

    /// <summary>The window would stand in a query, but a table is read.</summary>
    private bool QueryIsOutOfPlace =>
        Connector.Incremental is IncrementalKind.Query && Connector.Window.Query is { } query
        && !ConnectorQuestions.Applies(Connector, Connector.Parameters[query], Given);

    [GeneratedRegex("[^a-z0-9_]+")]
    private static partial Regex Foreign();
}
