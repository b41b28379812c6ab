using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Operations;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Operations;

/// <summary>What others made is never listed and never removed, whatever it is called; what this pipeline made goes, all of it.</summary>
public sealed class DestroyerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakePlatform _platform = new();
    private readonly List<string> _dropped = [];

    public DestroyerTests()
    {
        _platform.Answer = request =>
        {
            _dropped.Add(request.Sql);
            return new([], [], null, null);
        };
        _folder.Write("ingestion/sql/log.sql", "INSERT INTO \"acme_src\".\"ingestion_log\" (\"status\") SELECT 'customers' AS \"status\"\n");
        _folder.Write(
            "ingestion/config/shop_datasources.yml",
            "inc_datasources:\n  - name: customers\n    table_name: shop_customers\n    load_table: shop_customers__load\n    incremental_field: changes\n");
        _folder.Write("staging/transform.dig", "+swap:\n  td_ddl>:\n  rename_tables: [{from: \"${td.each.new}__new\", to: shop_customers_stg}]\n  drop_tables: [shop_customers_work]\n");
    }

    private static readonly Owned _all = new()
    {
        Databases = ["acme_src", "acme_stg", "acme_config", "acme_unif"],
        Created = ["acme_src", "acme_stg", "acme_config", "acme_unif"],
        Projects = ["acme_ingestion", "acme_staging"],
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_that_we_created_and_fill_alone_goes_whole()
    {
        await GiveAsync("acme_src", "shop_customers", "shop_customers__load", "ingestion_log");
        await GiveAsync("acme_stg", "shop_customers_stg", "shop_customers_stg__new", "shop_customers_work");

        var plan = await PlanAsync(_all);

        Assert.Equal(["acme_src", "acme_stg"], plan.Databases.Select(d => d.Name));
        Assert.Empty(plan.Tables);
        Assert.Empty(plan.Kept);
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("changes")]
    [InlineData("status")]
    [InlineData("rename_tables")]
    [InlineData("ingestion")]
    public async Task A_table_of_others_stays_though_its_name_is_a_word_of_our_files(string name)
    {
        await GiveAsync("acme_src", "shop_customers", name);

        var plan = await PlanAsync(_all);

        Assert.Empty(plan.Databases);
        Assert.Equal(["acme_src.shop_customers"], plan.Tables.Select(t => t.ToString()));
        Assert.Contains($"acme_src.{name}: this pipeline did not make it.", plan.Kept);
    }

    [Fact]
    public async Task A_table_that_was_there_before_us_stays_though_we_write_into_one_of_its_name()
    {
        await GiveAsync("acme_src", "shop_customers", "ingestion_log");

        var plan = await PlanAsync(_all with { Created = [], Before = ["acme_src.shop_customers"] });

        Assert.Equal(["acme_src.ingestion_log"], plan.Tables.Select(t => t.ToString()));
        Assert.Contains("acme_src: nothing tells that this pipeline created it.", plan.Kept);
    }

    [Fact]
    public async Task Without_a_memory_of_having_made_it_nothing_is_listed()
    {
        await GiveAsync("acme_src", "shop_customers", "ingestion_log");
        _platform.Projects["acme_ingestion"] = new("1", "acme_ingestion", "r1");

        var plan = await PlanAsync(new());

        Assert.True(plan.IsEmpty);
        Assert.Contains("project acme_ingestion: nothing tells that this pipeline pushed it.", plan.Kept);
    }

    [Fact]
    public async Task Projects_and_databases_that_the_configuration_does_not_name_are_not_even_looked_at()
    {
        await GiveAsync("their_src", "shop_customers");
        _platform.Projects["their_ingestion"] = new("1", "their_ingestion", "r1");

        var plan = await PlanAsync(_all with { Databases = _all.Databases.Add("their_src"), Created = _all.Created.Add("their_src") });

        Assert.True(plan.IsEmpty);
        Assert.Empty(plan.Kept);
    }

    [Fact]
    public async Task What_is_listed_is_removed_projects_first_and_nothing_else_and_again_does_no_harm()
    {
        await GiveAsync("acme_src", "shop_customers", "theirs");
        await GiveAsync("acme_stg", "shop_customers_stg");
        await GiveAsync("their_src", "shop_customers");
        _platform.Projects["acme_ingestion"] = new("1", "acme_ingestion", "r1");
        _platform.Projects["acme_unification"] = new("2", "acme_unification", "r1");
        _platform.Effects.Clear();
        var destroyer = Destroyer(_all);
        var plan = await destroyer.PlanAsync(CancellationToken.None);

        await destroyer.ApplyAsync(plan, CancellationToken.None);
        await destroyer.ApplyAsync(plan, CancellationToken.None);

        Assert.Equal(["delete acme_ingestion", "drop acme_stg"], _platform.Effects.Distinct());
        Assert.Equal(["DROP TABLE IF EXISTS \"acme_src\".\"shop_customers\""], _dropped.Distinct());
    }

    [Fact]
    public async Task Of_random_accounts_exactly_what_is_ours_is_listed()
    {
        Random random = new(7);
        string[] ours = ["shop_customers", "shop_customers__load", "ingestion_log"];
        string[] theirs = ["customers", "status", "shop_customers_copy", "other"];
        for (var account = 0; account < 200; account++)
        {
            string[] tables = [.. ours.Concat(theirs).Where(_ => random.Next(2) == 0)];
            string[] before = [.. tables.Where(_ => random.Next(3) == 0)];
            var created = before.Length == 0 && random.Next(2) == 0;
            await GiveAsync("acme_src", tables);

            var plan = await PlanAsync(_all with
            {
                Created = created ? ["acme_src"] : [],
                Before = [.. before.Select(t => $"acme_src.{t}")],
            });

            var expected = tables.Intersect(ours).Except(before).ToList();
            var whole = created && expected.Count == tables.Length;
            Assert.Equal(whole ? ["acme_src"] : [], plan.Databases.Select(d => d.Name));
            Assert.Equal(whole ? [] : expected, plan.Tables.Select(t => t.Table));
        }
    }

    private async Task GiveAsync(string database, params string[] tables)
    {
        await _platform.CreateDatabaseAsync(database, CancellationToken.None);
        _platform.Tables[database] = [.. tables.Select(t => new TableDescription(database, t, 3, [new("time", "bigint")]))];
    }

    private async Task<DestroyPlan> PlanAsync(Owned owned) => await Destroyer(owned).PlanAsync(CancellationToken.None);

    private Destroyer Destroyer(Owned owned) => new(
        _platform,
        PipelineResolver.Resolve(new()
        {
            Client = "acme",
            Platform = PlatformKind.TreasureData,
            Ingestion = new() { Sources = [new() { SourceName = "shop", Connector = "shopify_v2", Objects = [new() { Name = "customers" }] }] },
            Unification = new() { Name = "customer_360" },
        }),
        new()
        {
            PipelineId = "20260131-100000",
            StartedAt = DateTimeOffset.UnixEpoch,
            GlobalConfig = new("https://api.treasuredata.com", "acme", "treasure_data", "default"),
            Owned = owned,
        },
        new FileStore(new DiskFiles()),
        new Workspace(_folder.Path));
}
