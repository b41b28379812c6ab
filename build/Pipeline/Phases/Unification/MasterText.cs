using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The columns of the master table (cdp_phases §2.2, §2.8): the best value, a list of values, or an id.</summary>
/// <remarks>"The last value" is the greatest of (time, value), not <c>max_by</c>: of two values of the same time the same one
/// wins in every run.</remarks>
internal sealed class MasterText(IdentityPlan plan)
{
    private const int Digits = 20;

    public bool HasAttributes => !All.IsEmpty;

    /// <summary>An id that was found before stands in the enriched tables, and is read there.</summary>
    private ImmutableArray<AttributeConfig> All { get; } =
        [.. plan.Config.Master.Select(a => Read(plan, a, a.SourceCanonicalId ?? a.SourcePersistentId))];

    /// <summary>Whether some attribute is read from enriched tables.</summary>
    public bool HasSources => !Places.IsEmpty;

    /// <summary>Without configured attributes: per key, the value seen last.</summary>
    public ImmutableArray<string> BestKeys =>
    [
        .. plan.Keys.Select(k => Best(
            $"CASE WHEN \"id_key_type\" = {k.Type} THEN {Stamped("\"id_last_seen_at\"", "\"id\"")} END", isLast: true, k.Name)),
    ];

    /// <summary>The enriched tables that some attribute reads, each with one column per place; again where a place reads several of its columns.</summary>
    public ImmutableArray<MasterSource> Sources =>
    [
        .. from table in plan.Tables
           from n in Enumerable.Range(0, Places.Max(p => p.From(table).Count()))
           select new MasterSource(Sql.Table(plan.Database, table.Enriched), [.. Places.Select(p => Value(p, p.From(table).ElementAtOrDefault(n)))]),
    ];

    /// <summary>Per place the winning value of a person, or the winning values.</summary>
    public ImmutableArray<string> Winners =>
    [
        .. Places.Select(p => p.Attribute.ArrayElements is null
            ? Best(Sql.Name(p.Column), p.IsLast, p.Column)
            : $"transform(array_agg({Sql.Name(p.Column)} ORDER BY {Sql.Name(p.Column)}{(p.IsLast ? " DESC" : "")}) "
                + $"FILTER (WHERE {Sql.Name(p.Column)} IS NOT NULL), x -> substr(x, {Digits + 1})) AS {Sql.Name(p.Column)}"),
    ];

    /// <summary>Per attribute what the places have in the order of their priority, in the type that its columns share.</summary>
    public ImmutableArray<string> Attributes => [.. All.Select(a => $"{Typed(a)} AS {Sql.Name(a.Name)}")];

    /// <exception cref="PipelineException">An attribute reads a column that is not there, or is ordered by one that holds no whole numbers.</exception>
    public void ThrowIfUnreadable() => _ = All.Sum(a => a.SourceColumns.Count(s => TypeOf(a, s).Length > 0));

    /// <summary>Sources of one attribute, one priority and one order are asked together.</summary>
    private ImmutableArray<Place> Places =>
    [
        .. from attribute in All
           from place in attribute.SourceColumns.GroupBy(s => (s.Priority, s.Order)).OrderBy(g => g.Key.Priority)
           let last = place.Key.Order is AttributeOrder.Last
           select new Place(attribute, [.. place], last, $"{attribute.Name}__{place.Key.Priority}_{(last ? "last" : "first")}"),
    ];

    private string Typed(AttributeConfig attribute)
    {
        if (attribute.SourceColumns.IsEmpty)
        {
            return $"p.{Sql.Name(plan.Config.IdName)}";
        }

        var places = Places.Where(p => p.Attribute == attribute).Select(p => $"w.{Sql.Name(p.Column)}").ToList();
        var types = attribute.SourceColumns.Select(s => TypeOf(attribute, s)).Distinct().ToList();
        var type = types is ["bigint" or "double"] ? types[0] : null;
        return attribute.ArrayElements is { } most ? List(places, most, type)
            : type is null ? First(places)
            : $"CAST({First(places)} AS {type})";
    }

    private static string First(List<string> places) => places.Count is 1 ? places[0] : $"COALESCE({string.Join(", ", places)})";

    /// <summary>Each value once, the best first; NULL where there is none.</summary>
    private static string List(List<string> places, int most, string? type)
    {
        var all = string.Join(" || ", places.Select(p => $"COALESCE({p}, CAST(ARRAY[] AS array(varchar)))"));
        var list = string.Create(CultureInfo.InvariantCulture, $"slice(array_distinct({all}), 1, {most})");
        var typed = type is null ? list : $"CAST({list} AS array({type}))";
        return $"CASE WHEN {string.Join(" OR ", places.Select(p => $"{p} IS NOT NULL"))} THEN {typed} END";
    }

    private string TypeOf(AttributeConfig attribute, AttributeSourceConfig source)
    {
        var table = plan.Tables.First(t => t.Name == source.Table);
        var order = Type(attribute, table, source.OrderBy);
        return order is "bigint" or "integer" or "smallint" or "tinyint"
            ? Type(attribute, table, source.Column ?? attribute.Name)
            : throw new PipelineException(
                $"unification.master orders '{attribute.Name}' by the column '{source.OrderBy}' of {table.Table}, which is {order}. "
                + "It must hold whole numbers, such as time or a column that ends in _unixtime.",
                ExitCode.WrongInput);
    }

    private static string Type(AttributeConfig attribute, IdentityTable table, string column) =>
        table.AllColumns.FirstOrDefault(c => c.Name == column)?.Type ?? throw new PipelineException(
            $"The staging table {table.Table} has no column '{column}', which unification.master reads for '{attribute.Name}'."
            + Suggestion.For(column, table.AllColumns.Select(c => c.Name)),
            ExitCode.WrongInput);

    private static AttributeConfig Read(IdentityPlan plan, AttributeConfig attribute, string? id) => id is null || id == plan.Config.IdName
        ? attribute
        : attribute with
        {
            SourceColumns =
            [
                .. plan.Tables.Where(t => t.AllColumns.Any(c => c.Name == id)).Select(t => new AttributeSourceConfig { Table = t.Name, Column = id }),
            ],
        };

    private static string Stamped(string order, string value) =>
        $"lpad(CAST({order} AS varchar), {Digits}, '0') || {value}";

    private static string Best(string stamped, bool isLast, string name) =>
        $"substr({(isLast ? "max" : "min")}({stamped}), {Digits + 1}) AS {Sql.Name(name)}";

    private static string Value(Place place, AttributeSourceConfig? source)
    {
        if (source is null)
        {
            return $"CAST(NULL AS varchar) AS {Sql.Name(place.Column)}";
        }

        var column = $"CAST({Sql.Name(source.Column ?? place.Attribute.Name)} AS varchar)";
        var rule = new IdentityKey(
            place.Attribute.Name, 0, 0, place.Attribute.ValidRegexp, place.Attribute.InvalidTexts, null);
        return $"{Stamped(place.Order(source), IdentityText.Valid(rule, column))} AS {Sql.Name(place.Column)}";
    }

    private sealed record Place(
        AttributeConfig Attribute, ImmutableArray<AttributeSourceConfig> Sources, bool IsLast, string Column)
    {
        public IEnumerable<AttributeSourceConfig> From(IdentityTable table) => Sources.Where(s => s.Table == table.Name);

        /// <summary>A value without a time, or with one before 1970, comes behind all others.</summary>
        public string Order(AttributeSourceConfig source) => IsLast
            ? $"GREATEST(COALESCE({Sql.Name(source.OrderBy)}, 0), 0)"
            : $"CASE WHEN {Sql.Name(source.OrderBy)} >= 0 THEN {Sql.Name(source.OrderBy)} ELSE {long.MaxValue.ToString(CultureInfo.InvariantCulture)} END";
    }
}

internal sealed record MasterSource(string Table, ImmutableArray<string> Values);
