using System.Globalization;
using Jint.Runtime;

namespace Cdp.Digdag.Templates;

/// <summary>The clock's zone as digdag's engine has it: UTC by its short name, and the later of two equal local times.</summary>
internal sealed class JsTimeSystem(TimeZoneInfo zone) : ITimeSystem
{
    private static readonly TimeZoneInfo Utc = TimeZoneInfo.CreateCustomTimeZone("UTC", TimeSpan.Zero, "UTC", "UTC");

    private readonly DefaultTimeSystem _inner =
        new(zone.Equals(TimeZoneInfo.Utc) ? Utc : zone, CultureInfo.InvariantCulture);

    private long _asked;
    private TimeSpan _answered;

    public TimeZoneInfo DefaultTimeZone => _inner.DefaultTimeZone;

    public DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

    public bool TryParse(string date, out long epochMilliseconds) => _inner.TryParse(date, out epochMilliseconds);

    /// <summary>
    /// Jint turns a local time into an instant by asking twice: for the local time as if it were UTC, then for that
    /// less the first answer. By the second question we know it, and can answer with the offset of the later instant.
    /// </summary>
    public TimeSpan GetUtcOffset(long epochMilliseconds)
    {
        var offset = _inner.GetUtcOffset(epochMilliseconds);
        if (epochMilliseconds == _asked - (long)_answered.TotalMilliseconds && _answered == offset)
        {
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(epochMilliseconds);
            if (zone.IsAmbiguousTime(instant))
            {
                offset = zone.GetAmbiguousTimeOffsets(instant).Min();
            }
        }

        _asked = epochMilliseconds;
        _answered = offset;
        return offset;
    }
}
