using System.Collections.Immutable;
using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>A client with two cleaned tables and three keys, small enough to be unified again and again.</summary>
internal static class TinyClient
{
    private const string Yaml = """
        client: tiny
        platform: treasure_data
        ingestion:
          start_date: 2024-01-01T00:00:00.000000
          end_date: 2025-01-01T00:00:00.000000
          incremental_field: updated_at
          sources:
            - source_name: shop
              connector: shopify_v2
              parameters: { td_authentication_id: "1" }
              objects:
                - { name: customers, parameters: { target: customers } }
                - { name: orders, parameters: { target: orders } }
        unification:
          name: people
          keys: [customer_id, email, phone]

        """;

    private const string Master = "[{ name: city, source_columns: [{ table: shop_customers }, { table: shop_orders }] }, "
        + "{ name: cities, array_elements: 3, source_columns: [{ table: shop_customers, column: city }, { table: shop_orders, column: city }] }]";

    public static SchemaCatalog Schemas { get; } = new(
    [
        .. from table in (string[])["shop_customers_stg", "shop_orders_stg"]
           select new TableSchema(
               new("tiny_stg", table),
               [.. from column in (string[])["customer_id", "email", "phone", "city"] select new ColumnDescription(column, "varchar"), new("time", "bigint")]),
    ]);

    /// <param name="more">Further settings of unification, separated by semicolons.</param>
    public static PipelineConfig Config(string more, string master = Master) =>
        Project.Load($"{Yaml}{string.Join('\n', more.Split("; ").Append($"master: {master}").Select(line => $"  {line}"))}\n");

    /// <summary>The generated project: path to text.</summary>
    public static IReadOnlyDictionary<string, string> Files(PipelineConfig config) =>
        new Project(config).Render(new UnificationPhase(), Schemas);

    /// <summary>The cleaned tables with random records: some keys are missing, some invalid, some shared.</summary>
    public static string Staging(int seed, int records)
    {
        var random = new Random(seed);
        return string.Join(";\n", ((string[])["shop_customers_stg", "shop_orders_stg"]).Select(table =>
        {
            var rows = Enumerable.Range(0, records).Select(n => string.Create(
                CultureInfo.InvariantCulture,
                $"({Key(random, "c", records)}, {Mail(random, records)}, {Key(random, "+1555000", records)}, 'city {random.Next(5)}', BIGINT '{1_735_600_000 + random.Next(1000)}')"));
            return $"DROP TABLE IF EXISTS tiny_stg.{table};\nCREATE TABLE tiny_stg.{table} AS SELECT * FROM (VALUES {string.Join(", ", rows)}) AS t (customer_id, email, phone, city, time)";
        }));
    }

    private static string Key(Random random, string prefix, int records) => random.Next(3) == 0
        ? "CAST(NULL AS varchar)"
        : string.Create(CultureInfo.InvariantCulture, $"'{prefix}{random.Next(records):d4}'");

    private static string Mail(Random random, int records) => random.Next(6) == 0
        ? "'n/a'"
        : string.Create(CultureInfo.InvariantCulture, $"'p{random.Next(records):d4}@x.org'");
}
