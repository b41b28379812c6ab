using System.Collections.Immutable;

namespace Cdp.Trino.Hive;

/// <summary>What is in sight behind a GROUP BY: its keys and aggregates.</summary>
/// <param name="rows">Reads expressions over the rows that are grouped.</param>
/// <param name="keys">Of each key its SQL over those rows, and what it is behind the grouping.</param>
internal sealed class HiveGroups(HiveExpressions rows, ImmutableArray<(string Row, HiveValue Value)> keys)
{
    /// <summary>The words GROUP BY … of the engine.</summary>
    public required string Clause { get; init; }

    /// <summary>The key that the expression is, or null.</summary>
    public HiveValue? Key(HiveNode node)
    {
        if (keys.IsEmpty || node.Form is HiveForm.Text or HiveForm.Number or HiveForm.Null or HiveForm.Boolean or HiveForm.Query || HiveQueries.HasAggregate(node, rows.Context) || HasWindow(node))
        {
            return null;
        }

        try
        {
            var sql = rows.Analyze(node).Sql;
            foreach (var key in keys.Where(k => k.Row == sql))
            {
                return key.Value;
            }
        }
        catch (TrinoException)
        {
            // it names what only SELECT knows: its parts are looked at one by one
        }

        return null;
    }

    public HiveValue Aggregate(HiveNode node)
    {
        if (node.Items.Any(i => HiveQueries.HasAggregate(i, rows.Context)))
        {
            throw HiveError.Semantic(10128, $"Not yet supported place for UDAF '{node.Text}'", node);
        }

        return HiveAggregates.Make(new HiveCall(node, [.. node.Items.Where(i => i.Form != HiveForm.Star).Select(rows.Analyze)], rows));
    }

    private static bool HasWindow(HiveNode node) => node.Over is not null || node.Items.Any(HasWindow);
}
