using Cdp.Pipeline.Configuration;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Every kind of attribute of the master table (cdp_phases §2.2).</summary>
public sealed class MasterAttributeTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task The_last_the_first_lists_rules_priorities_and_ids()
    {
        var config = TinyClient.Config("id_method: canonical_id");
        AttributeConfig[] master =
        [
            new() { Name = "last_city", SourceColumns = [Customers("city")] },
            new() { Name = "first_city", SourceColumns = [Customers("city") with { Order = AttributeOrder.First }] },
            new() { Name = "valid_city", ValidRegexp = "^[a-m]", InvalidTexts = ["berlin"], SourceColumns = [Customers("city")] },
            new() { Name = "either", SourceColumns = [new() { Table = "shop_orders", Column = "phone" }, Customers("city") with { Priority = 2 }] },
            new() { Name = "cities", ArrayElements = 2, SourceColumns = [Customers("city")] },
            new() { Name = "all_values", ArrayElements = 10, SourceColumns = [Customers("email"), Customers("city") with { Priority = 2 }, new() { Table = "shop_orders", Column = "city", Priority = 2 }] },
            new() { Name = "two_columns", ArrayElements = 10, SourceColumns = [Customers("email"), Customers("city")] },
            new() { Name = "same_id", SourceCanonicalId = "unified_id" },
        ];
        var run = new UnificationRun(_tables, config with { Unification = config.Unification with { Master = [.. master] } }, TinyClient.Schemas);
        await run.Project(1).RunAsync(
            "CREATE TABLE tiny_stg.shop_customers_stg AS SELECT * FROM (VALUES ('c1', 'a@x.org', CAST(NULL AS varchar), 'berlin', BIGINT '10'), "
            + "('c1', 'a@x.org', NULL, 'aachen', 20), ('c1', 'a@x.org', NULL, 'zwickau', 30), ('c1', 'a@x.org', NULL, NULL, 40)) AS t (customer_id, email, phone, city, time);\n"
            + "CREATE TABLE tiny_stg.shop_orders_stg AS SELECT * FROM (VALUES ('c1', CAST(NULL AS varchar), CAST(NULL AS varchar), 'hamburg', BIGINT '25')) AS t (customer_id, email, phone, city, time)");

        var sql = await run.RunAsync(1_735_700_000);

        Assert.Equal(
            ["zwickau|berlin|aachen|zwickau|zwickau aachen|a@x.org zwickau hamburg aachen berlin|a@x.org zwickau aachen berlin|true"],
            await sql.RowsAsync(
                "SELECT last_city, first_city, valid_city, either, array_join(cities, ' '), array_join(all_values, ' '), array_join(two_columns, ' '), same_id = unified_id FROM tiny_people_master"));
    }

    [Theory]
    [InlineData("{ name: a }", "Say where its values come from")]
    [InlineData("{ name: a, source_canonical_id: household }", "There is no such id")]
    [InlineData("{ name: ids, source_columns: [{ table: shop_orders }] }", "has another column 'ids'")]
    [InlineData("{ name: a, array_elements: 11, source_columns: [{ table: shop_orders, column: city }] }", "array_elements")]
    public void An_attribute_that_cannot_be(string attribute, string message) => Assert.Contains(
        message,
        Assert.Throws<PipelineException>(() => TinyClient.Config("id_method: canonical_id", $"[{attribute}]")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_order_that_is_no_number_is_refused()
    {
        var error = Assert.Throws<PipelineException>(() => TinyClient.Files(TinyClient.Config(
            "id_method: canonical_id", "[{ name: a, source_columns: [{ table: shop_orders, column: city, order_by: email }] }]")));

        Assert.Contains("It must hold whole numbers", error.Message, StringComparison.Ordinal);
    }

    private static AttributeSourceConfig Customers(string column) => new() { Table = "shop_customers", Column = column };
}
