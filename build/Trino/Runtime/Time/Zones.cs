using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Cdp.Trino.Runtime.Time;

/// <summary>
/// Time zones by Trino's names: IANA ids in their own spelling, <c>±HH:MM</c>, and all names of UTC as <c>UTC</c>.
/// Offsets before 1970 are refused where a zone has rules: local mean times have seconds, which we do not hold.
/// </summary>
internal static class Zones
{
    public const string Utc = "UTC";
    private const long MostOffset = 14 * 60;

    private static readonly FrozenSet<string> UtcNames = FrozenSet.ToFrozenSet(
        [Utc, "Z", "UT", "UCT", "GMT", "GMT0", "Zulu", "Universal", "Greenwich", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu", "Etc/Universal", "Etc/Greenwich"]);

    private static readonly FrozenSet<string> PlainNames = FrozenSet.ToFrozenSet(
        ["EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "CET", "EET", "MET", "WET", "Japan", "Singapore", "Hongkong", "Turkey", "Israel", "Iran", "Egypt", "Portugal", "Poland", "Cuba", "Jamaica", "Navajo", "Iceland", "Eire", "GB", "NZ", "PRC", "ROK"]);

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string>("time_zone", name => Canonical(name) ?? throw TrinoFailure.InvalidArgument($"'{name}' is not a valid time zone"));
        sink.Add<string, string>("time_zone_key", name => Canonical(name) ?? throw new TrinoFailure("NOT_SUPPORTED", $"Time zone not supported: {name}"));
        sink.Add<long, long, string>("offset_zone", (hours, minutes) => FromOffset((hours * 60) + minutes));
        sink.Add<long, string, long>("tz_wall", Wall);
        sink.Add<long, string, long>("tz_instant", Instant);
        sink.Add<long, string, long>("tz_offset_minutes", (instant, zone) => Offset(instant, zone) / Civil.Minute);
    }

    /// <summary>The name as Trino prints it, or null when there is no such zone.</summary>
    public static string? Canonical(string name)
    {
        if (UtcNames.Contains(name) || name is "+00:00" or "-00:00")
        {
            return Utc;
        }

        if (FixedMinutes(name) is { } minutes)
        {
            return Math.Abs(minutes) <= MostOffset ? name : null;
        }

        if (name.Length > 0 && (name[0] is '+' or '-' || name.StartsWith("Etc/", StringComparison.Ordinal) || name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || name.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)))
        {
            throw TrinoFailure.NotCertain($"The time zone {name} is not supported in this spelling.");
        }

        if (Find(name) is null)
        {
            return UtcNames.Any(utc => utc.Equals(name, StringComparison.OrdinalIgnoreCase))
                ? throw TrinoFailure.NotCertain($"The time zone {name} is not supported in this spelling.")
                : null;
        }

        return name.Contains('/', StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[0]) || PlainNames.Contains(name)
            ? name
            : throw TrinoFailure.NotCertain($"The time zone {name} is not supported.");
    }

    public static string FromOffset(long minutes)
    {
        if (Math.Abs(minutes) > MostOffset)
        {
            throw TrinoFailure.InvalidArgument($"Invalid offset minutes {minutes}");
        }

        return minutes == 0 ? Utc : string.Create(
            CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");
    }

    /// <summary>What a clock in the zone shows at the instant, in microseconds as if it were UTC.</summary>
    public static long Wall(long instant, string zone) => instant + Offset(instant, zone);

    /// <summary>
    /// The instant at which a clock in the zone shows this. A time that is shown twice is the first one; a time that
    /// is skipped moves on by the gap.
    /// </summary>
    public static long Instant(long wall, string zone)
    {
        if (zone == Utc || FixedMinutes(zone) is not null)
        {
            return wall - Offset(wall, zone);
        }

        var before = Offset(wall - Civil.Day, zone);
        var after = Offset(wall + Civil.Day, zone);
        return Offset(wall - before, zone) == before ? (before >= after || Offset(wall - after, zone) != after ? wall - before : wall - Math.Max(before, after))
            : Offset(wall - after, zone) == after ? wall - after
            : wall - before;
    }

    /// <summary>The same, but a time that is shown twice stays with the offset that <paramref name="near"/> has.</summary>
    public static long Instant(long wall, string zone, long near)
    {
        var same = wall - Offset(near, zone);
        return Offset(same, zone) == wall - same ? same : Instant(wall, zone);
    }

    public static long Offset(long instant, string zone)
    {
        if (zone == Utc)
        {
            return 0;
        }

        if (FixedMinutes(zone) is { } minutes)
        {
            return minutes * Civil.Minute;
        }

        // DateTime ends with the year 9999; rules do not change any more by then.
        if (instant is < 0 or > 253_402_300_799_000_000)
        {
            throw TrinoFailure.NotCertain($"Times before 1970 or after 9999 are not supported in the zone {zone}.");
        }

        return Find(zone) is { } known
            ? known.GetUtcOffset(DateTime.UnixEpoch.AddTicks(instant * 10)).Ticks / 10
            : throw TrinoFailure.InvalidArgument($"'{zone}' is not a valid time zone");
    }

    public static bool Exists(string name) => Find(name) is not null;

    private static long? FixedMinutes(string name)
    {
        if (name.Length != 6 || name[0] is not ('+' or '-') || name[3] != ':'
            || !char.IsAsciiDigit(name[1]) || !char.IsAsciiDigit(name[2]) || !char.IsAsciiDigit(name[4]) || !char.IsAsciiDigit(name[5]))
        {
            return null;
        }

        var minutes = ((((name[1] - '0') * 10) + name[2] - '0') * 60L) + ((name[4] - '0') * 10) + name[5] - '0';
        return name[4] > '5' ? MostOffset + 1 : name[0] == '-' ? -minutes : minutes;
    }

    private static TimeZoneInfo? Find(string name) => Known.GetOrAdd(name, static id =>
    {
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') || id.StartsWith('/') || id.StartsWith("posix", StringComparison.Ordinal) || id.StartsWith("right/", StringComparison.Ordinal))
        {
            return null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.Id == id ? zone : null;
    });
}
