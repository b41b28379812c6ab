using System.Globalization;
using Cdp.Digdag.Language;

namespace Cdp.Digdag.Schedules;

/// <summary>Times of day and hour as schedules write them. They are delays, so 25:00:00 is a time too.</summary>
internal static class ScheduleClock
{
    public static TimeSpan Daily(string kind, string at) =>
        Parts(at) is [{ } hours, { } minutes, { } seconds]
            ? TimeSpan.FromSeconds(((long)hours * 3600) + ((long)minutes * 60) + seconds)
            : throw new DigdagConfigException($"{kind} scheduler requires hh:mm:ss format: {at}");

    public static TimeSpan Hourly(string at) =>
        Parts(at) is [{ } minutes, { } seconds]
            ? TimeSpan.FromSeconds(((long)minutes * 60) + seconds)
            : throw new DigdagConfigException($"hourly>: scheduler requires mm:ss format: {at}");

    /// <summary>Null where a part is not a number. Empty parts at the end do not count, as in Java.</summary>
    private static int?[] Parts(string at) =>
        [.. at.TrimEnd(':').Split(':').Select(part =>
            int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)];
}
