using System.Collections.Immutable;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>The records of one table as an id sees them: cleaned, with the ids that were found before as further columns.</summary>
internal sealed class RecordTable
{
    /// <param name="id">The id that reads it.</param>
    /// <param name="before">The ids found before.</param>
    /// <param name="staged">The columns of the staging table.</param>
    /// <param name="main">The id that everything is for.</param>
    public RecordTable(
        ResolvedUnificationTable table, string id, ImmutableArray<IdentityPlan> before, ImmutableArray<ColumnDescription> staged, string main)
    {
        Resolved = table;
        Ids = [.. before.Where(p => p.Tables.Any(t => t.Name == table.Id)).Select(p => p.Config.IdName)];
        if (staged.FirstOrDefault(c => Ids.Contains(c.Name)) is { } taken)
        {
            throw new PipelineException(
                $"The staging table {table.Table} has a column '{taken.Name}' already. Give the id of unification.ids another name.", ExitCode.WrongInput);
        }

        var own = id == main ? string.Empty : $"_{id}";
        Name = before.IsEmpty ? table.Table : $"{table.Table}{own}_ids";
        Prep = id == main ? table.Prep : $"{table.Table}{own}_prep";
        Columns = [.. staged, .. Ids.Select(i => new ColumnDescription(i, "varchar"))];
    }

    public ResolvedUnificationTable Resolved { get; }

    public string Name { get; }

    public string Prep { get; }

    /// <summary>Names of the ids that its records have.</summary>
    public ImmutableArray<string> Ids { get; }

    public ImmutableArray<ColumnDescription> Columns { get; }
}
