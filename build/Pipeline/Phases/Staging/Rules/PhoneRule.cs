using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Dialects;

namespace Cdp.Pipeline.Phases.Staging.Rules;

/// <summary>Phone numbers in two forms (cdp_phases §1.3): E.164, and the ten digits of North America.</summary>
internal sealed class PhoneRule(ISqlDialect sql)
{
    /// <summary>Countries whose numbers keep the 0 they begin with.</summary>
    private static readonly string[] _zeroStays = ["39", "378", "379"];

    /// <summary>The digits as they were written; NULL when there is none but zeros.</summary>
    public string Digits(string text) => $"CASE WHEN {sql.Matches(text, "[1-9]")} THEN {sql.Replace(text, "[^0-9]", string.Empty)} END";

    /// <summary>The digits that are dialled, with the <c>+</c> before them if there was one.</summary>
    public string Dialled(string text)
    {
        // "(0)" is how some countries write the digit that is dialled at home only; an extension is dialled after the call.
        var number = sql.Replace(text, "[(]0[)]|[ ,;]*(?:[xX#]|[eE][xX][tT](?:[eE][nN][sS][iI][oO][nN])?)[. :]*[0-9]+$", string.Empty);
        return sql.Replace(number, "^[^0-9+]+|(?<=[0-9+])[^0-9]+", string.Empty);
    }

    public string Standard(string dialled, string value, ColumnOptions options) => options.Phone is PhoneForm.Us10
        ? Whole(value, sql.Replace(dialled, "^[+]?1?([0-9]{10})$", "$1"), "^[0-9]{10}$")
        : Whole(
            value,
            $"CASE WHEN {dialled} LIKE '+%' THEN {dialled} WHEN {dialled} LIKE '00%' THEN concat('+', substr({dialled}, 3)) ELSE {Home(dialled, options.CallingCode)} END",
            "^[+][1-9][0-9]{7,14}$");

    private string Home(string dialled, string code) => code is "1"
        ? $"concat('+', {sql.Replace(dialled, "^1?([0-9]{10})$", "1$1")})"
        : $"concat('+{code}', {(_zeroStays.Contains(code) ? dialled : sql.Replace(dialled, "^0", string.Empty))})";

    private string Whole(string value, string number, string pattern) =>
        $"CASE WHEN {value} IS NOT NULL THEN NULLIF({sql.Extract(number, pattern, 0)}, '') END";
}
