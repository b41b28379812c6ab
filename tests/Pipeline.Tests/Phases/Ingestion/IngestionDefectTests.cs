using System.Text.RegularExpressions;
using static Cdp.Pipeline.Tests.Phases.Ingestion.Configs;
using static Cdp.Pipeline.Tests.Phases.Project;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

/// <summary>Defects of public templates that cannot come back here (spec, cdp_phases §4.1 and §4.2), one test an id.</summary>
public partial class IngestionDefectTests
{
    private readonly IReadOnlyDictionary<string, string> _sample = new Project(SampleConfig()).Render(new Project(SampleConfig()).LoadPhase);

    private string Inc => _sample["shop_ingest_inc.dig"];

    private string Hist => _sample["shop_ingest_hist.dig"];

    [Fact]
    public void B_WM_1_the_watermark_is_the_end_of_the_window_and_not_read_again()
    {
        Assert.Contains("watermark_value: ${session_unixtime}", Inc, StringComparison.Ordinal);
        Assert.Contains("${session_unixtime} AS \"window_to\"", _sample["sql/get_window.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("MAX(\"time\")", _sample["sql/set_watermark.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_WM_2_a_watermark_is_never_null_and_only_goes_forward() =>
        Assert.Contains("\"inc_value\" >= ${watermark_value}", _sample["sql/set_watermark.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_WM_3_each_statement_is_a_task_of_its_own_and_may_be_repeated()
    {
        Assert.All(Sql(), sql => Assert.DoesNotMatch("(?m)^(?!--).*;", sql.Value));
        Assert.All(
            Sql().Where(sql => sql.Value.Contains("INSERT INTO", StringComparison.Ordinal) || sql.Key == "sql/insert_batch.sql"),
            sql => Assert.Contains("NOT EXISTS", sql.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void B_WM_4_inserts_into_the_shared_tables_name_their_columns() =>
        Assert.All(
            Sql().Where(sql => sql.Value.Contains("INSERT INTO", StringComparison.Ordinal)),
            sql => Assert.Matches(@"INSERT INTO ""\w+""\.""\w+""\s+\(""", sql.Value));

    [Fact]
    public void B_WM_4_both_phases_create_inc_log_alike()
    {
        var union = new Project(SampleConfig()).Render(UnionPhase, new([.. HistUnionDefectSchemas.Sample, Table("shop_products", "id")]));

        Assert.Equal(_sample["sql/create_inc_log_table.sql"], union["queries/create_inc_log.sql"]);
    }

    [Fact]
    public void B_WM_5_a_watermark_belongs_to_project_database_and_table()
    {
        foreach (var file in (string[])["sql/get_window.sql", "sql/set_watermark.sql"])
        {
            Assert.Contains("\"project_name\" = 'ingestion'", _sample[file], StringComparison.Ordinal);
            Assert.Contains("\"database_name\" = 'acme_src'", _sample[file], StringComparison.Ordinal);
            Assert.Contains("\"table_name\" = ", _sample[file], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void B_WM_9_every_workflow_is_in_utc_and_logs_hold_unix_seconds()
    {
        Assert.All(Workflows(), dig => Assert.Contains("\ntimezone: UTC\n", dig.Value, StringComparison.Ordinal));
        Assert.All(Sql(), sql => Assert.DoesNotContain("current_timestamp", sql.Value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void B_WM_10_results_are_read_in_the_chain_that_stored_them() =>
        Assert.All(Workflows(), dig =>
        {
            var top = TopLevel().Split(dig.Value);
            Assert.All(
                top.Where(task => task.Contains("td.last_results", StringComparison.Ordinal)),
                task => Assert.True(
                    task.IndexOf("store_last_results", StringComparison.Ordinal) < task.IndexOf("td.last_results", StringComparison.Ordinal)
                    && task.Contains("store_last_results", StringComparison.Ordinal)));
        });

    [Theory]
    [InlineData("import_type: table, table: orders")]
    [InlineData("query: \"SELECT * FROM orders WHERE t >= '${window.from}'\"")]
    public void B_ING_1_a_query_without_both_bounds_is_refused(string import)
    {
        var error = Assert.Throws<PipelineException>(() => Load(With(
            $$"""
                - source_name: lake
                  connector: bigquery_v2
                  parameters: { td_authentication_id: "7", project_id: p, dataset: d }
                  objects:
                    - name: orders
                      inc_field: t
                      parameters: { {{import}} }
            """)));

        Assert.Contains("needs both bounds", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongInput, error.ExitCode);
    }

    [Fact]
    public void B_ING_2_history_has_ranges_and_a_table_of_its_own()
    {
        Assert.Contains("date_range: ${date_ranges.shop}", Hist, StringComparison.Ordinal);
        Assert.Contains("table_name: shop_customers_hist", _sample["config/shop_datasources.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_ING_3_a_watermark_taken_from_data_is_parsed_as_time()
    {
        var project = Rendered(With(
            """
                - source_name: mail
                  connector: klaviyo
                  parameters: { td_authentication_id: "7" }
                  objects: [{ name: profiles, first_window: table }]
            """));

        Assert.Contains("MAX(TD_TIME_PARSE(CAST(\"updated\" AS varchar)))", project["sql/get_window_mail_profiles.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("sql/get_window.sql", project.Keys);
    }

    [Fact]
    public void B_ING_5_times_are_formatted_by_moment_in_the_connectors_form()
    {
        Assert.Contains(".utc().format(datasource.time_format)", Inc, StringComparison.Ordinal);
        Assert.Contains("time_format: \"YYYY-MM-DDTHH:mm:ss.000000\"", _sample["config/crm_datasources.yml"], StringComparison.Ordinal);
        Assert.All(Sql(), sql => Assert.DoesNotContain("iso8601", sql.Value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void B_ING_6_logs_are_created_before_anything_is_written() =>
        Assert.All(Workflows(), dig => Assert.Equal("create_logs", TopLevel().Match(dig.Value).Groups["task"].Value));

    [Fact]
    public void B_ING_7_files_without_a_window_replace_the_table_and_log_their_own_count()
    {
        var project = Rendered(With(
            """
                - source_name: drop
                  connector: sftp_v2
                  parameters: { host: files.acme.com, user: acme, path_prefix: /out/, parser: { type: csv } }
                  objects: [{ name: pins, load: full }]
            """));

        Assert.Contains("mode: replace", project["config/drop_pins_load.yml"], StringComparison.Ordinal);
        Assert.Contains("records: ${td.last_job.num_records}", project["drop_ingest_inc.dig"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_ING_8_an_error_message_cannot_leave_its_literal() =>
        Assert.Contains(
            ".substring(0, 1000).replace(/[\\r\\n]+/g, ' ').replace(/'/g, \"''\")",
            _sample["sql/log_ingestion_error.sql"],
            StringComparison.Ordinal);

    [Fact]
    public void B_ING_9_begin_and_end_share_a_log_id_and_statuses_are_lower_case()
    {
        string[] files = ["started", "success", "error"];
        foreach (var (file, status) in files.Zip(["start", "success", "error"], (status, name) => ($"sql/log_ingestion_{name}.sql", status)))
        {
            Assert.Contains("'${log_id}'", _sample[file], StringComparison.Ordinal);
            Assert.Contains($"'{status}'", _sample[file], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void B_ING_10_a_range_is_done_for_its_object_table_and_window()
    {
        foreach (var key in (string[])["source_name", "object_name", "table_name", "run_mode", "window_start", "window_end"])
        {
            Assert.Contains($"\"{key}\"", _sample["sql/check_hist_done.sql"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void B_ING_11_increments_begin_where_history_ends_and_reach_back_a_little()
    {
        Assert.Contains("watermark_value: 1735689600", Hist, StringComparison.Ordinal);
        Assert.Contains("end_unixtime: 1735689600", _sample["config/hist_date_ranges.yml"], StringComparison.Ordinal);
        Assert.Contains("overlap_seconds: 600", _sample["config/shop_datasources.yml"], StringComparison.Ordinal);
        Assert.Contains("- ${datasource.overlap_seconds} AS \"window_from\"", _sample["sql/get_window.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_ING_12_a_long_history_is_divided_among_attempts()
    {
        var project = Rendered(With(Klaviyo, SevenYearsByDay));

        var parts = project.Keys.Where(f => f.StartsWith("mail_ingest_hist_part_", StringComparison.Ordinal)).ToList();
        Assert.True(parts.Count > 50);
        Assert.All(parts, part => Assert.Contains($"require>: {part[..^4]}\n", project["mail_ingest_hist.dig"], StringComparison.Ordinal));
    }

    [Fact]
    public void B_ING_13_snowflake_takes_account_name()
    {
        var error = Assert.Throws<PipelineException>(() => Load(With(
            """
                - source_name: snow
                  connector: snowflake
                  parameters: { td_authentication_id: "7", account: x, warehouse: w, db: d, schema: s }
                  objects: [{ name: orders, load: full, parameters: { query: SELECT 1 } }]
            """)));

        Assert.Contains("has no parameter 'account'.", error.Message, StringComparison.Ordinal);
        Assert.Contains("needs the parameter 'account_name'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void B_ING_14_templates_name_no_client_and_no_connection() =>
        Assert.All(
            Directory.EnumerateFiles(Repository.File("templates/ingestion"), "*", SearchOption.AllDirectories),
            file => Assert.DoesNotMatch("client_src|mck|360360|acme", File.ReadAllText(file)));

    [Fact]
    public void B_ING_15_each_object_logs_its_own_error_and_the_run_logs_what_it_did_not_reach()
    {
        Assert.Contains("    _error:\n      td>: sql/log_ingestion_error.sql\n", Inc, StringComparison.Ordinal);
        Assert.Contains("\n_error:\n", Inc, StringComparison.Ordinal);
        Assert.Contains("NOT EXISTS", _sample["sql/log_ingestion_not_reached.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_ING_16_only_leaves_are_retried() =>
        Assert.All(Workflows(), dig =>
        {
            var lines = dig.Value.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].TrimStart() == "_retry:")
                {
                    var indent = lines[i].Length - lines[i].TrimStart().Length;
                    var siblings = lines[..i].Reverse().TakeWhile(l => l.Length - l.TrimStart().Length >= indent).ToList();
                    Assert.Contains(siblings, l => l.TrimStart().StartsWith("td_load>:", StringComparison.Ordinal));
                }
            }
        });

    [Fact]
    public void B_OR_2_what_the_configuration_says_reaches_the_connector_as_it_is()
    {
        var project = Rendered(With(
            """
                - source_name: any
                  connector: generic
                  parameters: { type: rest, url: "https://x/?a=$$1&b=${b}", key: "${secret:any.key}", since: "${window.from}", till: "${window.to}" }
                  objects: [{ name: things, inc_field: updated }]
            """));

        var load = project["config/any_things_load.yml"];
        Assert.Contains("https://x/?a=$$$$1&b=${'$'}{b}", load, StringComparison.Ordinal);
        Assert.Contains("${secret:any.key}", load, StringComparison.Ordinal);
        Assert.Contains("\"any.key\"", project["credentials_ingestion.json.example"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_OR_3_a_literal_secret_is_refused()
    {
        var error = Assert.Throws<PipelineException>(() => Load(With(
            """
                - source_name: db
                  connector: postgresql
                  parameters: { host: h, user: u, password: hunter2, database: d }
                  objects: [{ name: orders, load: full }]
            """)));

        Assert.Contains("'password' is a secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Rendered(string yaml)
    {
        Project project = new(Load(yaml));
        return project.Render(project.LoadPhase);
    }

    private IEnumerable<KeyValuePair<string, string>> Sql() => _sample.Where(f => f.Key.EndsWith(".sql", StringComparison.Ordinal));

    private IEnumerable<KeyValuePair<string, string>> Workflows() => _sample.Where(f => f.Key.EndsWith(".dig", StringComparison.Ordinal));

    [GeneratedRegex(@"^\+(?<task>\w+):", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TopLevel();
}
