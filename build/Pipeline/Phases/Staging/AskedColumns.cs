using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The cleaned columns of a table that the configuration asks for by name: keys, joins, attributes of persons.</summary>
internal sealed class AskedColumns(ResolvedPipeline pipeline)
{
    private UnificationConfig Unification => pipeline.Config.Unification;

    /// <summary>Whose case is a difference: keys of this table's rows, of joins on either side, of persons.</summary>
    public HashSet<string> Compared(ResolvedStagingTable table) =>
    [
        .. table.Config?.Dedupe?.Keys ?? [],
        .. (table.Config?.Joins ?? []).SelectMany(j => j.On.Keys),
        .. JoinsOf(table).SelectMany(j => j.On.Values),
        .. (Unification.Tables?.FirstOrDefault(t => t.Name == table.Id)?.KeyColumns ?? []).Select(k => k.Column),
        .. (Unification.Keys ?? []).Select(k => k.Name),
    ];

    /// <summary>Which find room in the table whatever else does not.</summary>
    public HashSet<string> All(ResolvedStagingTable table) =>
    [
        .. Compared(table),
        .. JoinsOf(table).SelectMany(j => j.Columns),
        .. from attribute in Unification.Master
           from source in attribute.SourceColumns
           where source.Table == table.Id
           from column in (string[])[source.Column ?? attribute.Name, source.OrderBy]
           select column,
    ];

    private IEnumerable<JoinConfig> JoinsOf(ResolvedStagingTable table) =>
        pipeline.Staging.Tables.SelectMany(t => t.Config?.Joins ?? []).Where(j => j.Table == table.Id);
}
