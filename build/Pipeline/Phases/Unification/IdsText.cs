using System.Collections.Immutable;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>How the ids that were found before come to the records of one table: one after the other, each by a join of its own.</summary>
internal sealed class IdsText(IdentityPlan plan, IdentityTable table)
{
    public string Name => table.Name;

    public string Table => table.Table;

    public ImmutableArray<IdStep> Steps
    {
        get
        {
            var from = Sql.Table(plan.StagingDatabase, table.Table);
            var names = plan.Before.Select(p => p.Config.IdName).ToList();
            ImmutableArray<ColumnDescription> columns = [.. table.AllColumns.Where(c => !names.Contains(c.Name))];
            var steps = ImmutableArray.CreateBuilder<IdStep>();
            foreach (var id in plan.Before)
            {
                if (id.Tables.FirstOrDefault(t => t.Name == table.Name) is { } seen)
                {
                    var text = new IdentityText(id);
                    steps.Add(new($"by_{id.Config.IdName}", from, text, new EnrichText(id, text, seen with { AllColumns = columns })));
                    from = steps[^1].Name;
                    columns = columns.Add(new(id.Config.IdName, "varchar"));
                }
            }

            return steps.ToImmutable();
        }
    }

    public string Last => Steps is [.., var last] ? last.Name : Sql.Table(plan.StagingDatabase, table.Table);
}

/// <param name="Name">Of the step.</param>
/// <param name="From">The table, or the step before.</param>
/// <param name="Text">Of the id that is joined.</param>
internal sealed record IdStep(string Name, string From, IdentityText Text, EnrichText Join);
