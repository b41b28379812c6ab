using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Runtime.Time;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>from_utc_timestamp() and to_utc_timestamp(): zones by Java's names, an unknown one is UTC.</summary>
internal static partial class HiveZones
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<long, string, long>("hive_from_utc", (micros, zone) => Resolve(zone) is { } known ? Zones.Wall(micros, known) : micros);
        sink.Add<long, string, int, long>("hive_to_utc", ToUtc);
    }

    /// <summary>A time that a clock shows twice: the first for Hive 4, the second for Hive 2.</summary>
    private static long ToUtc(long wall, string zone, int version)
    {
        if (Resolve(zone) is not { } known)
        {
            return wall;
        }

        var instant = Zones.Instant(wall, known);
        var later = instant + Civil.Hour;
        return version == 2 && Zones.Wall(later, known) == wall ? later
            : Zones.Wall(instant, known) == wall ? instant
            : throw TrinoFailure.NotCertain("A time that no clock shows is not supported locally");
    }

    private static string? Resolve(string name)
    {
        switch (name)
        {
            case "UTC" or "GMT" or "Z" or "UCT" or "Etc/UTC" or "Etc/GMT":
                return null;
            case "JST" or "Japan":
                return "+09:00";
            case "PST" or "PST8PDT":
                return "America/Los_Angeles";
            case "CST" or "CST6CDT":
                return "America/Chicago";
            case "EST":
                return "-05:00";
            case "MST":
                return "-07:00";
        }

        if (Custom().Match(name) is { Success: true } match)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{match.Groups["s"].Value}{int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture):00}:{(match.Groups["m"].Success ? match.Groups["m"].Value : "00")}");
        }

        return name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("Etc/", StringComparison.Ordinal) && !name.StartsWith("SystemV/", StringComparison.Ordinal)
            ? Zones.Exists(name) ? name : null
            : Offset().IsMatch(name) ? null
            : throw TrinoFailure.NotCertain($"The time zone {name} is not supported locally");
    }

    [GeneratedRegex(@"^GMT(?<s>[+-])(?<h>[0-9]|0[0-9]|1[0-4])(?::(?<m>[0-5][0-9]))?\z")]
    private static partial System.Text.RegularExpressions.Regex Custom();

    [GeneratedRegex(@"^[+-][0-9]{2}:?[0-9]{2}\z")]
    private static partial System.Text.RegularExpressions.Regex Offset();
}
