using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases.Ingestion;
using static Cdp.Pipeline.Tests.Phases.Ingestion.Configs;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

public class ConnectorTests
{
    private static readonly FileStore _files = new(new DiskFiles());

    private static readonly System.Text.RegularExpressions.Regex _told = new("bears at most 1 loads at a time|has no parameter.*|'key' is a secret|needs the parameter 'loft'");

    private static ConnectorRegistry Shipped => ConnectorRegistry.Read(_files, Repository.File("templates"), null);

    [Fact]
    public void Every_connector_has_its_docs_and_its_limits() =>
        Assert.All(Shipped.Types.Select(Shipped.Get), connector =>
        {
            Assert.StartsWith("https://docs.treasuredata.com/", connector.Docs, StringComparison.Ordinal);
            Assert.InRange(connector.Parallel.Incremental, 1, 30);
            Assert.InRange(connector.Parallel.Historical, 1, 30);
        });

    [Fact]
    public void A_new_connector_is_one_new_file()
    {
        using TempFolder own = new();
        own.Write(
            "ingestion/connectors/pigeon_post.yml",
            """
            type: pigeon_post
            title: Pigeon post
            docs: https://docs.treasuredata.com/int/pigeons
            time_format: YYYY-MM-DD
            incremental: keys
            window: { from: since, to: until, field: by }
            fields: { inc_field: landed, hist_field: released }
            parallel: { incremental: 1, historical: 1 }
            parameters:
              loft: { type: string, required: true, about: where the birds live }
              key: { type: string, secret: true, required: true }
              message: { type: string, from_object: true }
            """);
        var config = Project.SampleConfig();
        Project project = new(
            config with
            {
                Ingestion = config.Ingestion with
                {
                    Sources = [new() { SourceName = "pigeons", Connector = "pigeon_post", Parameters = new() { ["loft"] = "north" }, Objects = [new() { Name = "notes" }] }],
                },
            },
            own.Path);

        var files = project.Render(project.LoadPhase);

        Assert.StartsWith(
            """
            # Generated from templates/ingestion/config/{source}_{object}_load.yml and connectors/pigeon_post.yml.
            in:
              type: pigeon_post
              key: "${secret:pigeons.key}"
              loft: north
              message: notes
              since: "${window.from}"
              until: "${window.to}"
              by: "${datasource.incremental_field_connector}"
            """,
            files["config/pigeons_notes_load.yml"],
            StringComparison.Ordinal);
        Assert.Contains("incremental_field: landed", files["config/pigeons_datasources.yml"], StringComparison.Ordinal);
        Assert.Contains("pigeon_post", Pipeline.Configuration.ConfigSchema.Text(project.Connectors), StringComparison.Ordinal);
        Assert.Equal("Pigeon post: where the birds live", ConnectorQuestions.Next(project.Connectors.Get("pigeon_post"), new Dictionary<string, string>())!.Text);
        Assert.Equal(["pigeons.key"], ConnectorQuestions.Secrets(project.Connectors.Get("pigeon_post"), "pigeons", new Dictionary<string, string>()));
        var wrong = config with { Ingestion = config.Ingestion with { Sources = [new() { SourceName = "pigeons", Connector = "pigeon_post", Parallel = 2, Parameters = new() { ["lof"] = "north", ["key"] = "k" }, Objects = [new() { Name = "notes" }] }] } };
        Assert.Equal(
            ["bears at most 1 loads at a time", "has no parameter 'lof'. Did you mean 'loft'?", "'key' is a secret", "needs the parameter 'loft'"],
            new IngestionReview(project.Connectors, wrong).Problems().Select(p => _told.Match(p.Message).Value));
        Assert.Contains("\"pigeons.key\": \"\"", files["credentials_ingestion.json.example"].Replace(":\"", ": \"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connector_whose_file_is_called_otherwise_is_refused()
    {
        using TempFolder own = new();
        var file = own.Write(
            "ingestion/connectors/pigeon.yml",
            """
            type: pigeon_post
            title: Pigeon post
            docs: https://docs.treasuredata.com/int/pigeons
            time_format: YYYY-MM-DD
            incremental: none
            parallel: { incremental: 1, historical: 1 }
            """);

        var error = Assert.Throws<PipelineException>(() => ConnectorRegistry.Read(_files, Repository.File("templates"), own.Path));

        Assert.Equal($"{file}:1:1: The type is 'pigeon_post', so the file has to be called pigeon_post.yml.", error.Message);
    }

    [Theory]
    [InlineData("connector: klavio\n      objects: [profiles]", "There is no connector 'klavio'. Did you mean 'klaviyo'?")]
    [InlineData("connector: klaviyo\n      objects: [profiles]", "The connector klaviyo needs the parameter 'td_authentication_id'.")]
    [InlineData("connector: klaviyo\n      parameters: { td_authentication_id: 7 }\n      objects: [{ name: lists, load: incremental }]", "reads this object whole, not by a window of time. Write load: full.")]
    [InlineData("connector: klaviyo\n      parameters: { td_authentication_id: 7 }\n      objects: [cats]", "'data_source' of the connector klaviyo is one of events, templates")]
    [InlineData("connector: klaviyo\n      parallel: 9\n      parameters: { td_authentication_id: 7 }\n      objects: [profiles]", "bears at most 3 loads at a time, not 9.")]
    [InlineData("connector: shopify_v2\n      mode: both\n      parameters: { td_authentication_id: 7 }\n      objects: [orders]", "History needs its end: write end_date")]
    public void A_source_that_cannot_be_loaded_is_told_with_its_place(string source, string message)
    {
        var error = Assert.Throws<PipelineException>(() => Project.Load(With($"    - source_name: mail\n      {source}")));

        Assert.Matches(@"pipeline\.yml:\d+:\d+: ", error.Message);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_may_be_called_otherwise_by_the_api()
    {
        Project project = new(Project.Load(With(Klaviyo)));

        var datasources = project.Render(project.LoadPhase)["config/mail_datasources.yml"];

        Assert.Contains("incremental_field: updated_at\n    incremental_field_connector: updated\n", datasources, StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_of_salesforce_asks_for_its_window_in_where()
    {
        Project project = new(Project.Load(With(
            """
                - source_name: sf
                  connector: sfdc_v2
                  parameters: { td_authentication_id: "7" }
                  objects: [{ name: contact, parameters: { target: Contact, where: IsDeleted = false } }]
            """)));

        Assert.Contains(
            "where: \"(IsDeleted = false) AND ${datasource.incremental_field_connector} >= ${window.from} AND ${datasource.incremental_field_connector} < ${window.to}\"",
            project.Render(project.LoadPhase)["config/sf_contact_load.yml"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incremental: keys\nwindow: { from: a }", "incremental: keys needs window.to.")]
    [InlineData("incremental: where\nwindow: { where: w, condition: x > 1 }", "incremental: where needs window.condition, with {from} and {to} in it.")]
    [InlineData("incremental: none\nparameters: { a: { type: string, unless: bb }, b: { type: string } }", "The parameter 'a' refers to 'bb', which is not there. Did you mean 'b'?")]
    [InlineData("incremental: none\nparameters: { a: { type: string, secret: true, default: x } }", "The parameter 'a' is a secret, so it cannot have a default.")]
    public void A_connectors_file_that_cannot_work_is_refused(string lines, string message)
    {
        using TempFolder own = new();
        own.Write(
            "ingestion/connectors/odd.yml",
            $"type: odd\ntitle: Odd\ndocs: https://docs.treasuredata.com/int/odd\ntime_format: X\nparallel: {{ incremental: 1, historical: 1 }}\n{lines}\n");

        var error = Assert.Throws<PipelineException>(() => ConnectorRegistry.Read(_files, Repository.File("templates"), own.Path));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_is_asked_for_its_window_in_a_condition_or_in_a_query_of_ones_own()
    {
        Project project = new(Project.Load(With(
            """
                - source_name: db
                  connector: postgresql
                  parameters: { host: h, user: u, database: d }
                  objects:
                    - { name: orders, inc_field: changed, parameters: { where: "state <> 'x'" } }
                    - { name: lines, inc_field: changed, parameters: { query: "SELECT * FROM l WHERE c >= '${window.from}' AND c < '${window.to}'" } }
            """)));

        var files = project.Render(project.LoadPhase);

        Assert.Contains(
            "where: \"(state <> 'x') AND ${datasource.incremental_field_connector} >= '${window.from}' AND ${datasource.incremental_field_connector} < '${window.to}'\"",
            files["config/db_orders_load.yml"],
            StringComparison.Ordinal);
        Assert.DoesNotContain("where:", files["config/db_lines_load.yml"], StringComparison.Ordinal);
        Assert.DoesNotContain("table:", files["config/db_lines_load.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_by_days_asks_for_whole_days_and_keeps_its_window_alone()
    {
        Project project = new(Project.Load(With(
            """
                - source_name: hub
                  connector: hubspot
                  objects: [{ name: contacts, inc_field: lastmodified }, { name: deals }]
            """)));

        var files = project.Render(project.LoadPhase);

        Assert.Contains("from_date: \"${window.from}\"\n  fetch_days: \"${window.days}\"", files["config/hub_contacts_load.yml"], StringComparison.Ordinal);
        Assert.Contains("days: ${Math.ceil(", files["hub_ingest_inc.dig"], StringComparison.Ordinal);
        Assert.Contains("if>: ${datasource.trims && td.last_job.num_records > 0}", files["hub_ingest_inc.dig"], StringComparison.Ordinal);
        Assert.Contains("trims: true", files["config/hub_datasources.yml"], StringComparison.Ordinal);
        Assert.Contains("trims: false", files["config/hub_datasources.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_connector_without_an_end_loads_its_history_in_one_piece()
    {
        Project project = new(Project.Load(With(
            """
                - source_name: desk
                  connector: zendesk
                  parameters: { login_url: "https://acme.zendesk.com", username: u }
                  objects: [tickets]
            """,
            "  mode: both\n  start_date: 2024-01-01T00:00:00.000000\n  end_date: 2025-01-01T00:00:00.000000\n")));

        var ranges = project.Render(project.LoadPhase)["config/hist_date_ranges.yml"];

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(ranges, "start_time:"));
    }
}
