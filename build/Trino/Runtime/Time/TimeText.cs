using System.Globalization;

namespace Cdp.Trino.Runtime.Time;

/// <summary>Dates and times of day as text.</summary>
internal static class TimeText
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<long, string>("date_days_to_varchar", Date);
    }

    /// <summary><c>yyyy-MM-dd</c>; more digits where the year needs them.</summary>
    public static string Date(long days)
    {
        var (year, month, day) = Civil.Date(days);
        return string.Create(CultureInfo.InvariantCulture, $"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    public static string Timestamp(long wall, int digits, char between = ' ')
    {
        var days = Civil.Floor(wall, Civil.Day);
        var date = Date(days);
        var (year, _, _) = Civil.Date(days);
        return $"{(year > 9999 ? "+" : "")}{date}{between}{Clock(wall - (days * Civil.Day), digits)}";
    }

    private static string Clock(long micros, int digits)
    {
        var clock = string.Create(CultureInfo.InvariantCulture, $"{micros / Civil.Hour:00}:{micros / Civil.Minute % 60:00}:{micros / Civil.Second % 60:00}");
        return digits == 0 ? clock : string.Create(CultureInfo.InvariantCulture, $"{clock}.{micros % Civil.Second:000000}")[..(clock.Length + 1 + digits)];
    }
}
