using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Two runs over rows on which public templates fail; each row has its defect in its name.</summary>
public sealed class DefectScenario : IAsyncLifetime
{
    public const long FirstRun = 1_735_700_000;
    public const long SecondRun = 1_735_800_000;

    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>(customer_id, email, phone, city, time)</summary>
    private const string Customers = $"""
        ('only-an-id', CAST(NULL AS varchar), CAST(NULL AS varchar), 'a', BIGINT '100'),
        (NULL, 'abroad@x.org', '+4915112345678', 'b', 200),
        (NULL, '{Hash}', '+15550001111', 'c', 300),
        (NULL, 'a~b@x.org', '+15550002222', 'd', 400),
        ('b~c', NULL, '+15550003333', 'e', 400),
        (NULL, 'o''neil@x.org', '+15550004444', 'f', 500),
        (NULL, 'not an address', '+15550005555', 'g', 600),
        (NULL, '', '  ', 'nobody', 700),
        (NULL, 'early@x.org', NULL, 'h', 50),
        (NULL, 'early@x.org', NULL, 'i', 900),
        ('pipe|id', NULL, NULL, 'j', 950),
        (NULL, 'left@x.org', NULL, 'k', 960),
        (NULL, 'right@x.org', NULL, 'l', 970)
        """;

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    internal SqlProject Sql { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var run = new UnificationRun(_tables, TinyClient.Config("id_method: persistent_id"), TinyClient.Schemas);
        Sql = run.Project(FirstRun);
        await Sql.RunAsync(
            "CREATE TABLE tiny_config.exclusion_list (time bigint, note varchar, tbls array(varchar), key_name varchar, key_value varchar);\n"
            + "INSERT INTO tiny_config.exclusion_list (key_value, key_name) VALUES (NULL, 'email')");
        await FillAsync(Customers, "(CAST(NULL AS varchar), 'early@x.org', '+15550006666', 'm', BIGINT '70')");
        await run.RunAsync(FirstRun);
        await Sql.RunAsync("CREATE TABLE before_merge AS SELECT * FROM tiny_people_prep");
        await FillAsync(Customers, "(CAST(NULL AS varchar), 'early@x.org', '+15550006666', 'm', BIGINT '70'), ('joins', 'left@x.org', NULL, 'n', 980), ('joins', 'right@x.org', NULL, 'o', 980)");
        Sql = await run.RunAsync(SecondRun);
    }

    public Task DisposeAsync()
    {
        _tables.Dispose();
        return Task.CompletedTask;
    }

    internal async Task<string> OneAsync(string sql) => Assert.Single(await Sql.RowsAsync(sql));

    private async Task FillAsync(string customers, string orders)
    {
        foreach (var (table, rows) in ((string, string)[])[("shop_customers_stg", customers), ("shop_orders_stg", orders)])
        {
            await Sql.RunAsync(
                $"DROP TABLE IF EXISTS tiny_stg.{table};\nCREATE TABLE tiny_stg.{table} AS SELECT * FROM (VALUES {rows}) AS t (customer_id, email, phone, city, time)");
        }
    }
}
