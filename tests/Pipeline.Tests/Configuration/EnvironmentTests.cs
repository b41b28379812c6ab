using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Tests.Configuration;

/// <summary>One file, several environments: overlays by <c>environments:</c>.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private const string Shared =
        """
        client: acme
        platform: treasure_data
        ingestion:
          mode: incremental
          sources:
            - source_name: shop
              connector: shopify_v2
              parallel: 2
              parameters: { td_authentication_id: "1" }
              objects: [orders, { name: products, load: full }]
            - source_name: crm
              connector: klaviyo
              parameters: { td_authentication_id: "2" }
              objects: [profiles]
        unification: { name: customer_360, keys: [email, phone] }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_environment_stands_over_what_holds_for_all()
    {
        var config = Load(
            """
            environments:
              dev: { client: acmedev, region: eu01 }
              prod:
            """,
            "dev");

        Assert.Equal(("acmedev", Region.Eu01, "dev"), (config.Client, config.Region, config.Environment));
        Assert.Equal(PlatformKind.TreasureData, config.Platform);
        Assert.Equal("acme", Load("environments: { dev: { client: acmedev }, prod: }", "prod").Client);
    }

    [Fact]
    public void Named_things_are_merged_by_name_and_lists_of_texts_are_replaced()
    {
        var config = Load(
            """
            environments:
              dev:
                ingestion:
                  sources:
                    - source_name: shop
                      parameters: { td_authentication_id: "77" }
                      objects: [{ name: orders, overlap_seconds: 5 }, refunds]
                unification: { keys: [email] }
            """,
            "dev");

        var shop = config.Ingestion.Sources[0];
        Assert.Equal(["shop", "crm"], config.Ingestion.Sources.Select(s => s.SourceName));
        Assert.Equal("77", shop.Parameters!["td_authentication_id"]!.ToString());
        Assert.Equal(2, shop.Parallel);
        Assert.Equal(["orders", "products", "refunds"], shop.Objects.Select(o => o.Name));
        Assert.Equal(5, shop.Objects[0].OverlapSeconds);
        Assert.Equal(LoadKind.Full, shop.Objects[1].Load);
        Assert.Equal("2", config.Ingestion.Sources[1].Parameters!["td_authentication_id"]!.ToString());
    }

    [Fact]
    public void The_file_may_choose_by_itself_and_the_command_line_wins()
    {
        const string Both = "environment: dev\nenvironments: { dev: { client: acmedev }, prod: { client: acmeprod } }";

        Assert.Equal("acmedev", Load(Both, null).Client);
        Assert.Equal("acmeprod", Load(Both, "prod").Client);
    }

    [Fact]
    public void An_environment_that_is_not_there_is_told()
    {
        var error = Assert.Throws<PipelineException>(() => Load("environments: { dev: , prod: }", "prdo"));

        Assert.Contains("There is no environment 'prdo'. Did you mean 'prod'? There are dev, prod.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_in_another_environment_is_told_with_its_place()
    {
        var error = Assert.Throws<PipelineException>(() => Load("environments:\n  dev:\n  prod:\n    regoin: eu01", "dev"));

        Assert.EndsWith("pipeline.yml:19:5: There is no key 'regoin'. Did you mean 'region'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_choice_the_file_says_what_it_says_for_all() =>
        Assert.Equal(("acme", "default"), (Load("environments: { dev: { client: acmedev } }", null).Client, Load("", null).Environment));

    [Fact]
    public void A_key_of_the_account_is_refused_inside_an_environment_too()
    {
        var error = Assert.Throws<PipelineException>(() => Load($"environments: {{ dev: {{ endpoint: 1/{new string('a', 40)} }} }}", null));

        Assert.Contains("looks like an API key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_folder_is_found_from_the_configurations_folder_and_its_connectors_are_known()
    {
        _folder.Write(
            "mine/ingestion/connectors/pigeon_post.yml",
            """
            type: pigeon_post
            title: Pigeon post
            docs: https://docs.treasuredata.com/int/pigeons
            time_format: YYYY-MM-DD
            incremental: none
            parallel: { incremental: 1, historical: 1 }
            """);

        var config = Load("template_folder: mine\nenvironments: { dev: { ingestion: { sources: [{ source_name: birds, connector: pigeon_post, objects: [notes] }] } } }", "dev");

        Assert.Equal(_folder["mine"], config.TemplateFolder);
        Assert.Equal(LoadKind.Full, config.Ingestion.Sources[2].Objects[0].Load);
    }

    [Fact]
    public void A_template_folder_that_is_not_there_is_told()
    {
        var error = Assert.Throws<PipelineException>(() => Load("template_folder: mien", null));

        Assert.Contains("There is no folder mien in ", error.Message, StringComparison.Ordinal);
    }

    private PipelineConfig Load(string more, string? environment)
    {
        FileStore files = new(new DiskFiles());
        return new ConfigLoader(files, config => [new IngestionPhase(ConnectorRegistry.Read(files, Repository.File("templates"), config.TemplateFolder))])
            .Load(_folder.Write("pipeline.yml", $"{Shared}\n{more}\n"), environment: environment);
    }
}
