using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Phone numbers in two forms (cdp_phases §1.3): E.164, and the ten digits of North America.</summary>
internal static class PhoneNumbers
{
    /// <summary>All digits as dialled from abroad, without <c>+</c> or <c>00</c>; for ten-digit numbers, those ten.</summary>
    public static string Full(string text, ColumnOptions options)
    {
        // "(0)" is how some countries write the digit that is dialled at home only.
        var digits = $"regexp_replace(replace({text}, '(0)', ''), '[^0-9]', '')";
        if (options.Phone is PhoneForm.Us10)
        {
            return $"CASE WHEN length({digits}) = 10 THEN {digits} WHEN regexp_like({digits}, '^1[0-9]{{10}}$') THEN substr({digits}, 2) END";
        }

        var code = options.CallingCode;
        var home = code is "1" ? $"regexp_replace({digits}, '^1?([0-9]{{10}})$', '1$1')" : $"'{code}' || regexp_replace({digits}, '^0', '')";
        return $"CASE WHEN trim({text}) LIKE '+%' THEN {digits} WHEN {digits} LIKE '00%' THEN substr({digits}, 3) ELSE {home} END";
    }

    public static string Standard(string full, PhoneForm form) => form is PhoneForm.Us10
        ? $"CASE WHEN regexp_like({full}, '^[2-9][0-9]{{9}}$') THEN {full} END"
        : $"CASE WHEN regexp_like({full}, '^[1-9][0-9]{{7,14}}$') THEN '+' || {full} END";
}
