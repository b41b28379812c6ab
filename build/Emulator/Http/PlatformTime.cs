using System.Globalization;

namespace Cdp.Emulator.Http;

internal static class PlatformTime
{
    /// <summary>As TD's v3 API writes times: <c>2025-10-14 10:00:00 UTC</c>.</summary>
    public static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
