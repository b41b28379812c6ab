using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging.Profiling;

/// <summary>Compares what a column holds with the rule that its name gives.</summary>
/// <param name="dayFirst">What the phase says of 03/04/2024.</param>
/// <param name="decimalComma">What the phase says of 1,5.</param>
internal sealed class RuleProposer(bool? dayFirst, bool decimalComma)
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
        if (Written(table, column, named, compared) is { } written)
        {
            return written;
        }

        var looked = named is ColumnClass.Numeric ? column with { Sample = [.. column.Sample.Select(ValueForms.Bare)] } : column;
        foreach (var (found, what, holds) in ValueForms.All)
        {
            if (looked.Share(holds) is >= Enough and var share)
            {
                return Agreed(column, named, found, compared)
                    ? Settings(table, looked, found == named ? null : found, found, column.Evidence(share, what))
                    : null;
            }
        }

        return named is not (ColumnClass.String or ColumnClass.Keep) && column.Sample.All(v => !ValueForms.MightBe(named, v))
            ? new(table, column.Name, ColumnClass.String, column.Evidence(0, Word(named)))
            : null;
    }

    /// <summary>Dates in forms that are not read without being told.</summary>
    private ColumnProposal? Written(string table, ColumnProfile column, ColumnClass named, bool compared)
    {
        if (named is not (ColumnClass.Date or ColumnClass.String) || !Agreed(column, named, ColumnClass.Date, compared))
        {
            return null;
        }

        var (formats, read) = DateFormats.Of(column.Sample, named is ColumnClass.Date);
        return !formats.IsEmpty && (double)read / column.Sample.Length is >= Enough and var share
            ? new(table, column.Name, named is ColumnClass.Date ? null : ColumnClass.Date, column.Evidence(share, "date"))
            {
                DayFirst = dayFirst is null ? DayFirst(column) : null,
                Formats = formats,
            }
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
        bool?[] signs = found is ColumnClass.Numeric ? [.. column.Sample.Select(ValueForms.DecimalComma).OfType<bool>().Distinct()] : [];
        var proposal = new ColumnProposal(table, column.Name, rule, evidence)
        {
            DayFirst = found is ColumnClass.Date && dayFirst is null ? DayFirst(column) : null,
            DecimalComma = signs is [{ } sign] && sign != decimalComma ? sign : null,
            Keys = found is ColumnClass.Json ? JsonKeys.Of(column.Sample) : [],
        };
        return proposal.SaysSomething && signs.Length < 2 ? proposal : null;
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
