using System.Collections.Concurrent;
using System.Globalization;

namespace Cdp.Trino.Runtime.Time;

/// <summary>date_format and date_parse (MySQL's letters), format_datetime and parse_datetime (Joda's).</summary>
internal sealed class Formats(Func<string, IReadOnlyList<FormatElement>> read)
{
    private const int Remembered = 256;
    private readonly ConcurrentDictionary<string, IReadOnlyList<FormatElement>> _known = new(StringComparer.Ordinal);

    public static void AddTo(IScalarFunctionSink sink)
    {
        var mysql = new Formats(MySqlFormat.Read);
        var joda = new Formats(JodaFormat.Read);
        sink.Add<long, string, string>("date_format", (wall, format) => FormatPrinter.Print(mysql.Get(format), wall, 0, Zones.Utc));
        sink.Add<string, string, long>("date_parse", (text, format) => new FormatParser(text).Parse(mysql.Get(format)));
        sink.Add<long, string, string>("format_datetime", (wall, pattern) => FormatPrinter.Print(joda.Get(pattern), wall, 0, Zones.Utc));
        sink.Add<long, string, string, string>("format_datetime_tz", (instant, zone, pattern) =>
        {
            var offset = Zones.Offset(instant, zone);
            return FormatPrinter.Print(joda.Get(pattern), instant + offset, offset, zone);
        });
        sink.Add<string, string, string>("parse_datetime", joda.ParseWithZone);
    }

    private string ParseWithZone(string text, string pattern)
    {
        var parser = new FormatParser(text);
        var wall = parser.Parse(Get(pattern));
        var zone = parser.Zone ?? Zones.Utc;
        return string.Create(CultureInfo.InvariantCulture, $"{Zones.Instant(wall, zone)} {zone}");
    }

    private IReadOnlyList<FormatElement> Get(string format)
    {
        if (_known.TryGetValue(format, out var elements))
        {
            return elements;
        }

        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(format, read);
    }
}
