using Cdp.Pipeline.Tests.Sample;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>The files of <c>config/data</c> as hist-union would leave them.</summary>
internal static class SampleTables
{
    private static readonly (string Table, string File, string Changed)[] _all =
    [
        ("shop_customers", "shop/customers.csv", "updated_at"),
        ("shop_orders", "shop/orders.csv", "updated_at"),
        ("shop_products", "shop/products.csv", ""),
        ("crm_profiles", "crm/profiles.csv", "updated"),
        ("crm_events", "crm/events.csv", "datetime"),
    ];

    public static async Task FillAsync(TrinoDatabase tables)
    {
        tables.CreateDatabase("acme_src");
        foreach (var (table, file, changed) in _all)
        {
            var rows = Csv(File.ReadAllText(Repository.File($"config/data/{file}")));
            await tables.ExecuteAsync(
                Create(table, rows, changed),
                new QueryContext { Database = "acme_src", Now = DateTimeOffset.UnixEpoch },
                CancellationToken.None);
        }
    }

    private static string Create(string table, List<string[]> rows, string changed)
    {
        var schema = SampleSchemas.Combined.Find(new("acme_src", $"{table}_hist_union"))!;
        var at = Array.IndexOf(rows[0], changed);
        var values = rows.Skip(1).Select(row => (row, Time: at < 0 ? "2025-01-02" : row[at][..10])).Select(r =>
            $"({string.Join(", ", r.row.Select((v, n) => Literal(v, schema.Column(rows[0][n])!.Type)))}, "
            + $"'{(string.CompareOrdinal(r.Time, "2025") < 0 ? "hist" : "inc")}', {Unixtime(r.Time)})");
        var names = string.Join(", ", rows[0].Append("record_origin").Append("time").Select(c => $"\"{c}\""));
        return $"CREATE TABLE {table}_hist_union AS SELECT *, 'b' AS union_batch_id FROM (VALUES {string.Join(",\n", values)}) AS t ({names})";
    }

    private static long Unixtime(string date) =>
        new DateTimeOffset(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeSeconds();

    private static string Literal(string value, string type) => (value, type) switch
    {
        ("", _) => $"CAST(NULL AS {type})",
        (_, "varchar") => $"CAST('{value.Replace("'", "''", StringComparison.Ordinal)}' AS varchar)",
        _ => $"CAST({value} AS {type})",
    };

    private static List<string[]> Csv(string text)
    {
        var records = CsvText.Read(text);
        return [[.. records[0].Keys], .. records.Select(r => r.Values.ToArray())];
    }
}
