using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>The instant, place and user of the query; the same all through it.</summary>
internal static class CurrentValues
{
    public static Typed Now(QueryContext context, int precision = 3) =>
        new(TrinoType.TimestampTz(precision), Zones.Pack(Instant(context, precision), "'UTC'"));

    public static Typed Read(CurrentValue value, QueryContext context)
    {
        var precision = value.Precision ?? 3;
        if (precision > 6)
        {
            throw Scope.Error(TrinoException.NotSupportedLocally, value.At, "More than six digits of a second are not supported locally");
        }

        return value.Kind switch
        {
            "CURRENT_DATE" => new Typed(TrinoType.Date, $"CAST({Instant(context, 0)} AS DATE)"),
            "CURRENT_TIMESTAMP" => Now(context, precision),
            "LOCALTIMESTAMP" => new Typed(TrinoType.Timestamp(precision), Instant(context, precision)),
            "LOCALTIME" => new Typed(TrinoType.Time(precision), $"CAST({Instant(context, precision)} AS TIME)"),
            "CURRENT_SCHEMA" => new Typed(TrinoType.Varchar, Sql.Text(context.Database)),
            "CURRENT_CATALOG" => new Typed(TrinoType.Varchar, Sql.Text(QueryAnalyzer.CatalogName)),
            "CURRENT_USER" => new Typed(TrinoType.Varchar, "'local'"),
            _ => throw Scope.Error(TrinoException.NotSupportedLocally, value.At, $"{value.Kind} is not supported locally"),
        };
    }

    private static string Instant(QueryContext context, int precision)
    {
        var micros = context.Now.UtcTicks / 10 - (DateTime.UnixEpoch.Ticks / 10);
        var unit = (long)Math.Pow(10, 6 - precision);
        return $"make_timestamp({Sql.Number(micros / unit * unit)})";
    }
}
