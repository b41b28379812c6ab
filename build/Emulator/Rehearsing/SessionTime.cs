using System.Globalization;
using Cdp.Digdag.Language;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Rehearsing;

internal static class SessionTime
{
    private static readonly string[] LocalForms =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>As the API wants it: ISO with an offset.</summary>
    /// <param name="text">
    /// As for <c>digdag start --session</c>: <c>now</c> (also null), <c>hourly</c>, <c>daily</c> or a time in the workflow's zone;
    /// besides, a time with an offset.
    /// </param>
    public static string Read(string? text, string zone, TimeProvider time)
    {
        if (text is null or "now" or "hourly" or "daily")
        {
            return Iso(Truncated(text ?? "now", TimeZoneInfo.ConvertTime(time.GetUtcNow(), ZoneName.Find(zone)), zone));
        }

        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Iso(At(local, zone));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Iso(moment)
            : throw new EmulatorInputException(
                $"'{text}' is not a session time. Write it as 2026-01-02, \"2026-01-02 03:04:05\", 2026-01-02T03:04:05+00:00, hourly, daily or now.");
    }

    private static DateTimeOffset Truncated(string mode, DateTimeOffset now, string zone) => mode switch
    {
        "hourly" => At(now.Date.AddHours(now.Hour), zone),
        "daily" => At(now.Date, zone),
        _ => now,
    };

    private static DateTimeOffset At(DateTime local, string zone) => new(local, ZoneName.Find(zone).GetUtcOffset(local));

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
