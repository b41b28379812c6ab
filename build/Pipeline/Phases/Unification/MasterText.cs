using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The columns of the master table.</summary>
/// <remarks>"The last value" is the greatest of (time, value), not <c>max_by</c>: of two values of the same time the same one
/// wins in every run.</remarks>
internal sealed class MasterText(IdentityPlan plan)
{
    private const int Digits = 20;

    public bool HasAttributes => !plan.Config.Master.IsEmpty;

    /// <summary>Without configured attributes: per key, the value seen last.</summary>
    public ImmutableArray<string> BestKeys =>
    [
        .. plan.Keys.Select(k => Picked(
            $"CASE WHEN \"id_key_type\" = {k.Type} THEN {Stamped("\"id_last_seen_at\"", "\"id\"")} END", "max", k.Name)),
    ];

    /// <summary>The enriched tables that some attribute reads, each with one column per place.</summary>
    public ImmutableArray<MasterSource> Sources =>
    [
        .. plan.Tables.Where(t => Places.Any(p => p.From(t) is not null)).Select(t => new MasterSource(
            Sql.Table(plan.Database, t.Enriched), [.. Places.Select(p => Value(t, p))])),
    ];

    /// <summary>Per place the winning value of a person.</summary>
    public ImmutableArray<string> Winners => [.. Places.Select(p => Picked(Sql.Name(p.Column), p.Aggregate, p.Column))];

    /// <summary>Per attribute the first place that has a value, in the type that its columns share.</summary>
    public ImmutableArray<string> Attributes => [.. plan.Config.Master.Select(a => $"{Typed(a)} AS {Sql.Name(a.Name)}")];

    /// <summary>Sources of one attribute, one priority and one order are asked together.</summary>
    private ImmutableArray<Place> Places =>
    [
        .. from attribute in plan.Config.Master
           from place in attribute.SourceColumns.GroupBy(s => (s.Priority, s.Order)).OrderBy(g => g.Key.Priority)
           let last = place.Key.Order is AttributeOrder.Last
           select new Place(
               attribute, [.. place], last ? "max" : "min", $"{attribute.Name}__{place.Key.Priority}_{(last ? "last" : "first")}"),
    ];

    private string Typed(AttributeConfig attribute)
    {
        var places = Places.Where(p => p.Attribute == attribute).Select(p => $"w.{Sql.Name(p.Column)}").ToList();
        var value = places.Count is 1 ? places[0] : $"COALESCE({string.Join(", ", places)})";
        var types = attribute.SourceColumns.Select(s => TypeOf(attribute, s)).Distinct().ToList();
        return types is ["bigint" or "double"] ? $"CAST({value} AS {types[0]})" : value;
    }

    private string TypeOf(AttributeConfig attribute, AttributeSourceConfig source)
    {
        var column = source.Column ?? attribute.Name;
        var table = plan.Tables.First(t => t.Name == source.Table);
        return table.AllColumns.FirstOrDefault(c => c.Name == column)?.Type ?? throw new PipelineException(
            $"The staging table {table.Table} has no column '{column}', which unification.master reads for '{attribute.Name}'."
            + Suggestion.For(column, table.AllColumns.Select(c => c.Name)),
            ExitCode.WrongInput);
    }

    private static string Stamped(string order, string value) =>
        $"lpad(CAST({order} AS varchar), {Digits}, '0') || {value}";

    private static string Picked(string stamped, string aggregate, string name) =>
        $"substr({aggregate}({stamped}), {Digits + 1}) AS {Sql.Name(name)}";

    private static string Value(IdentityTable table, Place place)
    {
        if (place.From(table) is not { } source)
        {
            return $"CAST(NULL AS varchar) AS {Sql.Name(place.Column)}";
        }

        var column = $"CAST({Sql.Name(source.Column ?? place.Attribute.Name)} AS varchar)";
        var rule = new IdentityKey(
            place.Attribute.Name, 0, 0, place.Attribute.ValidRegexp, place.Attribute.InvalidTexts, string.Empty);
        return $"{Stamped(Sql.Name(source.OrderBy), IdentityText.Valid(rule, column))} AS {Sql.Name(place.Column)}";
    }

    private sealed record Place(
        AttributeConfig Attribute, ImmutableArray<AttributeSourceConfig> Sources, string Aggregate, string Column)
    {
        public AttributeSourceConfig? From(IdentityTable table) => Sources.FirstOrDefault(s => s.Table == table.Name);
    }
}

internal sealed record MasterSource(string Table, ImmutableArray<string> Values);
