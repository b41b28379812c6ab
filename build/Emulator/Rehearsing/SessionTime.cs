using System.Globalization;
using Cdp.Digdag.Language;
using Cdp.Emulator.Launching;

namespace Cdp.Emulator.Rehearsing;

internal static class SessionTime
{
    private static readonly string[] LocalForms =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>As the API wants it: ISO with an offset.</summary>
    /// <param name="text">Null for now. Without an offset it is a time in the workflow's zone, as for <c>digdag start --session</c>.</param>
    public static string Read(string? text, string zone, TimeProvider time)
    {
        if (text is null)
        {
            return Iso(time.GetUtcNow());
        }

        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Iso(new DateTimeOffset(local, ZoneName.Find(zone).GetUtcOffset(local)));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Iso(moment)
            : throw new EmulatorException(
                $"'{text}' is not a session time. Write it as 2026-01-02, \"2026-01-02 03:04:05\" or 2026-01-02T03:04:05+00:00.");
    }

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
