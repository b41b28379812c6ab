using Cdp.Pipeline.Phases.Staging.Dialects;

namespace Cdp.Pipeline.Phases.Staging.Rules;

/// <summary>Reads amounts as people write them: <c>$1,234.50</c>, <c>1 234,50 €</c>, <c>(12.00)</c>, <c>1e3</c>.</summary>
/// <remarks>What is not wholly a number is NULL: of <c>2024-01-01</c> or <c>v1.2.3</c> no digits are picked out.</remarks>
internal sealed class NumberRule(ISqlDialect sql)
{
    /// <summary>Units, currencies, blanks and apostrophes; letters between digits stay, so that they are refused.</summary>
    private const string Ornaments = @"(?<![0-9.,])[A-Za-z]+|[A-Za-z]+(?![A-Za-z0-9+-])|[^0-9A-Za-z.,()+-]";

    /// <summary>The number without what stands around it; what is in brackets is below zero.</summary>
    public string Bare(string text) => SqlLayout.Replaced(sql, text, (Ornaments, string.Empty), ("^[(]([0-9.,]+)[)]$", "-$1"));

    /// <summary>The number in plain letters with a decimal point, or NULL.</summary>
    public string Plain(string bare, bool decimalComma)
    {
        var (group, point) = decimalComma ? ("[.]", ",") : (",", "[.]");
        var grouped = $"[0-9]{{1,3}}(?:{group}[0-9]{{2,3}})*{group}[0-9]{{3}}";
        var pattern = $"^[+-]?(?:(?:{grouped}|[0-9]+)(?:{point}[0-9]*)?|{point}[0-9]+)(?:[eE][+-]?[0-9]+)?$";
        var plain = decimalComma
            ? sql.Replace(sql.Replace(bare, "[.+]", string.Empty), ",", ".")
            : sql.Replace(bare, "[,+]", string.Empty);
        return $"CASE WHEN {sql.Matches(bare, pattern)}\n  THEN {plain} END";
    }

    public string Rounded(string number, int? places) => places is { } count ? sql.Round(number, count) : number;
}
