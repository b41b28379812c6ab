using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Setup;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Setup;

public sealed class WizardTests : IDisposable
{
    /// <summary>Two sources on this machine; what is not here has a default.</summary>
    private const string Local =
        """
        client: acme
        sources: [shop, crm]
        start_date: 2024-01-01
        end_date: 2025-01-01
        source:
          shop: { connector: shopify_v2, td_authentication_id: 7, objects: [customers, products], full_load: products }
          crm: { connector: klaviyo, td_authentication_id: 8, objects: [profiles, lists] }
        object:
          shop:
            customers: { file: data/customers.csv }
            products.file: data/products.csv
          crm: { profiles.file: data/profiles.csv, lists.file: data/profiles.csv }
        table:
          shop_customers: { record: id, keys: "email=email_std, customer_id=id" }
        keys: [email, customer_id]
        unified_tables: [shop_customers, crm_profiles]
        """;

    private readonly WizardRun _run = new();

    [Fact]
    public async Task A_file_of_answers_becomes_a_configuration_that_passes_every_check()
    {
        _run.Folder.Write("data/customers.csv", "id\n");
        _run.Folder.Write("data/products.csv", "id\n");
        _run.Folder.Write("data/profiles.csv", "id\n");

        await _run.WithAnswers(Local);

        var config = _run.Written();
        Assert.Equal(["shop", "crm"], config.Ingestion.Sources.Select(s => s.SourceName));
        Assert.Equal([LoadKind.Incremental, LoadKind.Full], config.Ingestion.Sources[0].Objects.Select(o => o.Load ?? LoadKind.Incremental));
        Assert.Equal(["shop_customers", "crm_profiles"], config.Unification.Tables!.Value.Select(t => t.Name));
        Assert.Equal("updated_at", Assert.Single(config.Staging.Tables!.Value.Single(t => t.Name == "shop_customers").Dedupe!.OrderBy));
        Assert.Equal(("email_std", "email"), config.Unification.Tables.Value[0].KeyColumns!.Value.Select(k => (k.Column, k.Key)).First());
        Assert.Contains("✓ ", _run.Said, StringComparison.Ordinal);
    }

    /// <remarks>Whatever a connector's file asks for, the answers make a source that the loader takes.</remarks>
    [Theory]
    [MemberData(nameof(Connectors))]
    public async Task Every_connector_can_be_answered(string type)
    {
        await _run.WithAnswers(
            $$"""
            client: acme
            platform: treasure_data
            sources: it
            mode: incremental
            source: { it: { connector: {{type}}, objects: {{ObjectOf(type)}} } }
            """,
            anything: true);

        Assert.Equal(type, _run.Written().Ingestion.Sources[0].Connector);
    }

    public static TheoryData<string> Connectors() => [.. WizardRun.Connectors.Types];

    [Fact]
    public async Task All_that_is_missing_is_named_at_once_and_nothing_is_written()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.WithAnswers("source: { shop: { connector: shopify_v2 } }\nsources: shop"));

        Assert.Equal(ExitCode.WrongInput, error.ExitCode);
        Assert.All(
            ["source.shop.td_authentication_id", "source.shop.objects", "start_date", "client"],
            name => Assert.Contains($"The answer '{name}' is missing: ", error.Message, StringComparison.Ordinal));
        Assert.Contains("--answer=client=VALUE", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_run.Path));
    }

    [Theory]
    [InlineData("client: Acme", "answers.yml:1:9: 'Acme' cannot be used here. Write 2 to 30 lower-case letters and digits, for example acme.")]
    [InlineData("client: demo", "'demo' is nobody's name.")]
    [InlineData("sources: [shop, shop]", "'shop' is named twice.")]
    [InlineData("mode: bothh", "'bothh' is none of incremental, historical, both. Did you mean 'both'?")]
    [InlineData("start_date: 2024-02-31", "'2024-02-31' is not a point in time.")]
    [InlineData("sources: shop\nsource: { shop: { connector: shopfy_v2 } }", "answers.yml:2:30: 'shopfy_v2' is none of ")]
    [InlineData("sources: shop\nsource: { shop: { connector: klaviyo, objects: profile } }", "Klaviyo has no 'profile'. Did you mean 'profiles'?")]
    [InlineData("sources: shop\nsource: { shop: { connector: shopify_v2, td_authentication_id: my shop } }", "is the number of a connection in TD Console, not")]
    [InlineData("start_date: 2024-01-01\nend_date: 2023-01-01", "History would end (2023-01-01) before it begins (2024-01-01T00:00:00.000000).")]
    [InlineData("- a", "answers.yml:1:1: The answers must be a map")]
    [InlineData("a: [", "answers.yml:2:1: This is not YAML")]
    public async Task An_answer_that_will_not_do_is_told_with_its_place(string answers, string message)
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.WithAnswers(answers));

        Assert.Equal(ExitCode.WrongInput, error.ExitCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_nothing_is_a_slip()
    {
        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.WithAnswers(WizardRun.Shop + "\nregoin: us\n", "strat_date=2024-01-01"));

        Assert.StartsWith("--answer=strat_date: There is no question 'strat_date'. Did you mean 'start_date'?", error.Message, StringComparison.Ordinal);
        Assert.Contains("There is no question 'regoin'. Did you mean 'region'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_stands_over_the_file()
    {
        await _run.WithAnswers(WizardRun.Shop, "client=other");

        Assert.Equal("other", _run.Written().Client);
    }

    [Fact]
    public async Task What_is_there_is_kept_unless_it_is_said_and_then_a_copy_is()
    {
        _run.Folder.Write("pipeline.yml", "mine");
        _run.Folder.Write("pipeline.yml.bak", "older");

        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.WithAnswers(WizardRun.Shop));
        var before = File.ReadAllText(_run.Path);
        _run.Force = true;
        await _run.WithAnswers(WizardRun.Shop);

        Assert.Contains("pass --force", error.Message, StringComparison.Ordinal);
        Assert.Equal(("mine", "mine", "older"), (before, File.ReadAllText(_run.Path + ".bak2"), File.ReadAllText(_run.Path + ".bak")));
        Assert.Equal("acme", _run.Written().Client);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("move")]
    public async Task A_full_disk_leaves_what_was_there(string verb)
    {
        _run.Folder.Write("pipeline.yml", "mine");
        _run.Force = true;
        _run.Disk.Before = (what, path) =>
        {
            if (what == verb && path.StartsWith(_run.Path, StringComparison.Ordinal) && !path.Contains(".bak", StringComparison.Ordinal))
            {
                throw FaultyFiles.DiskFull;
            }
        };

        var error = await Assert.ThrowsAsync<PipelineException>(() => _run.WithAnswers(WizardRun.Shop));

        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_run.Path));
        Assert.Equal(["answers.yml", "pipeline.yml", "pipeline.yml.bak"], Directory.EnumerateFiles(_run.Folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_person_is_asked_shown_and_may_change_an_answer()
    {
        _run.Folder.Write("pipeline.yml", "mine");
        ScriptedPrompt person = new(
            "platform: treasure_data",
            "region: tokyo",
            "client: Acme",
            "client: acme",
            "sources: shop",
            "source.shop.connector: shopify_v2",
            "source.shop.td_authentication_id: 7",
            "source.shop.objects: orders",
            "source.shop.full_load: ",
            "source.shop.incremental_field: ",
            "mode: incremental",
            "start_date: ",
            "source_database: ",
            "hist_union_tables: ",
            "engine: ",
            "staging_database: ",
            "country: DE",
            "table.shop_orders.record: id",
            "unification_name: ",
            "id_method: ",
            "update_strategy: ",
            "unification_database: ",
            "keys: ",
            "unified_tables: ",
            "table.shop_orders.keys: ",
            "ready: change",
            "change: regoin",
            "change: region",
            "region: eu01",
            "ready: write",
            "overwrite_configuration: beside");

        await _run.With(person);

        Assert.True(person.IsOver);
        Assert.Equal(2, person.Refused.Count);
        Assert.Equal("mine", File.ReadAllText(_run.Path));
        Assert.Equal(Region.Eu01, _run.Written("acme.yml").Region);
        Assert.Contains("# Configuration Summary", _run.Said, StringComparison.Ordinal);
        Assert.Contains("client: acme", _run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_goes_leaves_nothing_behind()
    {
        ScriptedPrompt person = new("platform: local");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _run.With(person));

        Assert.Empty(Directory.EnumerateFiles(_run.Folder.Path, "pipeline*"));
    }

    public void Dispose() => _run.Dispose();

    private static string ObjectOf(string type) => WizardRun.Connectors.Get(type) is { ObjectParameter: { } key } connector && !connector.Parameters[key].Values.IsEmpty
        ? connector.Parameters[key].Values[0]
        : "thing";
}
