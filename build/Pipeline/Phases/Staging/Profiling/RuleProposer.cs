using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>Compares what a column holds with the rule that its name gives.</summary>
/// <param name="dayFirst">What the phase says of 03/04/2024.</param>
internal sealed class RuleProposer(bool? dayFirst)
{
    private const double Enough = 0.95;

    /// <summary>Fewer values prove nothing.</summary>
    private const int FewestValues = 10;

    /// <summary>Words of codes: their digits are no amount.</summary>
    private static readonly HashSet<string> _codes =
        ["id", "code", "zip", "postal", "postcode", "number", "no", "nr", "sku", "ean", "upc", "isbn", "ssn", "key", "version"];

    /// <param name="compared">Its values are compared with others': keys of rows, of joins, of persons.</param>
    /// <returns>Null when name and data agree, or the data do not tell.</returns>
    public ColumnProposal? Propose(string table, ColumnProfile column, bool compared)
    {
        if (column.Sample.Length < FewestValues)
        {
            return null;
        }

        var named = ColumnClassifier.Classify(column.Name, "varchar");
        foreach (var (found, what, holds) in ValueForms.All)
        {
            if (column.Share(holds) is >= Enough and var share)
            {
                return Agreed(column, named, found, compared)
                    ? Settings(table, column, found == named ? null : found, found, column.Evidence(share, what))
                    : null;
            }
        }

        return named is not (ColumnClass.String or ColumnClass.Keep) && column.Sample.All(v => !ValueForms.MightBe(named, v))
            ? new(table, column.Name, ColumnClass.String, null, [], column.Evidence(0, Word(named)))
            : null;
    }

    /// <summary>A name that says date or phone knows better than digits do; codes and keys stay texts.</summary>
    private static bool Agreed(ColumnProfile column, ColumnClass named, ColumnClass found, bool compared) => found switch
    {
        _ when found == named => true,
        ColumnClass.Json => true,
        ColumnClass.Email => named is not ColumnClass.Json,
        _ => named is ColumnClass.String && !compared && !ColumnClassifier.IsIdentifier(column.Name)
            && !column.Name.Split('_').Any(_codes.Contains),
    };

    private ColumnProposal? Settings(string table, ColumnProfile column, ColumnClass? rule, ColumnClass found, string evidence)
    {
        var order = found is ColumnClass.Date && dayFirst is null ? DayFirst(column) : null;
        var keys = found is ColumnClass.Json ? JsonKeys.Of(column.Sample) : [];
        return rule is null && order is null && keys.IsEmpty ? null : new(table, column.Name, rule, order, keys, evidence);
    }

    /// <summary>Only when the data prove it: a day beyond 12 on one side, and none on the other.</summary>
    private static bool? DayFirst(ColumnProfile column)
    {
        var dates = column.Sample.Select(ValueForms.Ambiguous).OfType<(int First, int Second)>().ToArray();
        return (dates.Any(d => d.First > 12), dates.Any(d => d.Second > 12)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };
    }

    private static string Word(ColumnClass named) => ValueForms.All.FirstOrDefault(f => f.Class == named).Name ?? SnakeCase.Of(named);
}
