using System.Globalization;

namespace Cdp.Pipeline.Tests.Sample;

/// <summary>The rules of <c>config/data/README.md</c> that both sources share.</summary>
internal static class SampleRules
{
    private static readonly DateTimeOffset _start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _endOfHistory = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Rule T1: when record n of fake_1000 was created and last updated.</summary>
    public static (DateTimeOffset Created, DateTimeOffset Updated) PersonTimes(int n)
    {
        if (n % 10 == 3)
        {
            var born = _endOfHistory.AddHours(7 * n);
            return (born, born);
        }

        var created = _start.AddHours(32 * n);
        return (created, n % 5 == 0 ? _endOfHistory.AddHours(6 * n) : created.AddDays(1));
    }

    /// <summary>Rule T2: the same for customer n of Chinook.</summary>
    public static (DateTimeOffset Created, DateTimeOffset Updated) CustomerTimes(int n)
    {
        var created = _start.AddHours(n);
        return (created, n % 4 == 0 ? _endOfHistory.AddDays(n) : created.AddDays(1));
    }

    /// <summary>Rule E: how the CRM writes an e-mail address.</summary>
    public static string CrmEmail(int n, string email) => email switch
    {
        "" => (n % 3) switch { 0 => "", 1 => "N/A", _ => "none" },
        _ when n % 5 == 1 => email.ToUpperInvariant(),
        _ when n % 7 == 0 => $" {email} ",
        _ => email,
    };

    /// <summary>Rule D: the CRM writes dates of birth day first.</summary>
    public static string DayFirst(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : date;

    /// <summary>Rule J: the CRM's free-form properties.</summary>
    public static string Properties(int n, string origin)
    {
        var points = n * 7 % 1000;
        var tier = points switch { >= 700 => "gold", >= 400 => "silver", _ => "basic" };
        var tags = n % 2 == 0 ? "[\"newsletter\",\"app\"]" : "[\"newsletter\"]";
        return $$$"""{"$source":"{{{origin}}}","loyalty":{"tier":"{{{tier}}}","points":{{{points}}}},"tags":{{{tags}}}}""";
    }

    public static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
