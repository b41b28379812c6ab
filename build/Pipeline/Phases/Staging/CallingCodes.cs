namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Country calling codes, for phone numbers that are written without one.</summary>
internal static class CallingCodes
{
    private static readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = "1",
        ["CA"] = "1",
        ["GB"] = "44",
        ["UK"] = "44",
        ["IE"] = "353",
        ["DE"] = "49",
        ["AT"] = "43",
        ["CH"] = "41",
        ["FR"] = "33",
        ["BE"] = "32",
        ["NL"] = "31",
        ["LU"] = "352",
        ["ES"] = "34",
        ["PT"] = "351",
        ["IT"] = "39",
        ["DK"] = "45",
        ["SE"] = "46",
        ["NO"] = "47",
        ["FI"] = "358",
        ["PL"] = "48",
        ["CZ"] = "420",
        ["HU"] = "36",
        ["GR"] = "30",
        ["TR"] = "90",
        ["RU"] = "7",
        ["UA"] = "380",
        ["IL"] = "972",
        ["AE"] = "971",
        ["SA"] = "966",
        ["IN"] = "91",
        ["SG"] = "65",
        ["MY"] = "60",
        ["TH"] = "66",
        ["VN"] = "84",
        ["ID"] = "62",
        ["PH"] = "63",
        ["HK"] = "852",
        ["TW"] = "886",
        ["CN"] = "86",
        ["KR"] = "82",
        ["JP"] = "81",
        ["AU"] = "61",
        ["NZ"] = "64",
        ["ZA"] = "27",
        ["EG"] = "20",
        ["NG"] = "234",
        ["KE"] = "254",
        ["BR"] = "55",
        ["AR"] = "54",
        ["CL"] = "56",
        ["CO"] = "57",
        ["MX"] = "52",
        ["PE"] = "51",
    };

    /// <summary>The code of <c>DE</c>, <c>49</c> or <c>+49</c>.</summary>
    public static string Find(string country)
    {
        var digits = country.TrimStart('+');
        return digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit)
            ? digits
            : _codes.TryGetValue(country, out var code)
                ? code
                : throw new PipelineException(
                    $"There is no calling code for the country '{country}'. Write the code itself, for example '49'.",
                    ExitCode.WrongInput);
    }
}
