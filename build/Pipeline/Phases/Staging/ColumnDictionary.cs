using System.Collections.Immutable;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>The data dictionary of one table: where each column comes from and by which rule.</summary>
internal sealed class ColumnDictionary(StagingTable table)
{
    public ImmutableArray<DictionaryRow> Rows => [.. table.Outputs.Kept.Select(Row)];

    public ImmutableArray<DictionaryRow> LeftOut => [.. table.Outputs.LeftOut.Select(Row)];

    private DictionaryRow Row(OutputColumn output)
    {
        var plan = table.Columns.FirstOrDefault(c => c.Outputs.Contains(output));
        var join = table.Joins.FirstOrDefault(j => j.Columns.Any(c => c.Here == output));
        return plan is not null ? new(output.Name, output.Type, $"`{plan.Source}`", Rule(plan, output))
            : join is not null ? new(output.Name, output.Type, $"`{join.Table}`", "joined; of several rows the newest")
            : new(output.Name, output.Type, "–", Metadata(output.Name));
    }

    private static string Rule(ColumnPlan plan, OutputColumn output) => output.Role switch
    {
        OutputRole.Standard when plan.Class is Configuration.ColumnClass.Email => "valid address, lower case, else NULL",
        OutputRole.Standard when plan.Class is Configuration.ColumnClass.Phone => $"{plan.Options.Phone} number, else NULL",
        OutputRole.Standard => "yyyy-MM-dd HH:mm:ss in UTC",
        OutputRole.Hash => "SHA-256 of the standard form, lower-case hex",
        OutputRole.Valid => "TRUE or FALSE; NULL where there is nothing",
        OutputRole.Unixtime => "seconds since 1970 in UTC",
        OutputRole.DateText => "yyyy-MM-dd in UTC",
        OutputRole.JsonText or OutputRole.JsonList => $"key {string.Join(" → ", plan.Outputs.First(o => o == output).JsonPath)}",
        _ => $"{plan.Class.ToString().ToLowerInvariant()}",
    };

    private static string Metadata(string name) => name switch
    {
        "source_system" => "the source",
        "load_timestamp" => "session time of the run that wrote the row",
        "rowhash" => "fingerprint of the source's values",
        _ => "fingerprint of the key",
    };
}

internal sealed record DictionaryRow(string Name, string Type, string Source, string Rule);
