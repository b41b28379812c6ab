using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>Each gate of files: passes on the sample, and fails where a file or a setting is made wrong.</summary>
public class FileGateTests
{
    private static readonly SampleScope _sample = new(Project.SampleConfig());

    /// <summary>Gate, phase, file, text that is found there, what stands in its place, what is said. No file: it is removed.</summary>
    public static TheoryData<string, Phase, string, string, string, string> Slips { get; } = new()
    {
        { "ING-01", Phase.Ingestion, "shop_ingest_inc.dig", "timezone: UTC", "timezone: Asia/Tokyo", "shop_ingest_inc.dig:2:11: The workflow is not in UTC" },
        { "ING-01", Phase.Ingestion, "shop_ingest_inc.dig", "!include : config/database.yml", "x: 1", "does not include config/database.yml" },
        { "ING-01", Phase.Ingestion, "shop_ingest_inc.dig", "+load_full:", "+loadFull:", "Task +loadFull is not named in lower-case" },
        { "ING-02", Phase.Ingestion, "shop_ingest_inc.dig", "sql/log_ingestion_success.sql", "sql/other.sql", "No task runs sql/log_ingestion_success.sql" },
        { "ING-03", Phase.Ingestion, "shop_ingest_inc.dig", "td>: sql/log_ingestion_error.sql", "echo>: failed", "A load has no _error" },
        { "ING-04", Phase.Ingestion, "config/crm_datasources.yml", "time_format:", "time_format: \"YYYY\" #", "klaviyo reads times as" },
        { "ING-05", Phase.Ingestion, "config/shop_datasources.yml", "    incremental_field_connector: updated_at\n", "", "The data source has no incremental_field_connector" },
        { "ING-05", Phase.Ingestion, "sql/get_window.sql", "COALESCE", "GREATEST", "Without COALESCE" },
        { "ING-06", Phase.Ingestion, "shop_ingest_inc.dig", "limit: 3", "limit: 300", "not 300" },
        { "ING-06", Phase.Ingestion, "shop_ingest_hist.dig", "_parallel:\n    limit: 3", "_parallel: true", "not all" },
        { "ING-07", Phase.Ingestion, "config/shop_orders_load.yml", "mode: replace", "mode: merge", "out.mode is append or replace" },
        { "ING-07", Phase.Ingestion, "config/shop_orders_load.yml", "  incremental: true\n", "  incremental: true\n  incremental: false\n", "The key incremental is written twice" },
        { "ING-07", Phase.Ingestion, "config/shop_datasources.yml", "config_file: shop_orders_load.yml", "config_file: orders.yml", "There is no config/orders.yml" },
        { "ING-07", Phase.Ingestion, "shop_ingest_inc.dig", "${databases.src}", "${databases.raw}", "config/database.yml has no database raw" },
        { "ING-08", Phase.Ingestion, "config/crm_events_load.yml", "  type: klaviyo\n", "  type: klaviyo\n  api_key: pk_123\n", "api_key holds a value" },
        { "ING-09", Phase.Ingestion, ".gitignore", "credentials_ingestion.json", "other.json", "is not ignored" },
        { "ING-10", Phase.Ingestion, "sql/set_watermark.sql", "INSERT INTO \"acme_config\".\"inc_log\"\n  (", "INSERT INTO \"acme_config\".\"inc_log\"\nSELECT * FROM (", "INSERT INTO without a list of columns" },
        { "ING-10", Phase.Ingestion, "sql/check_hist_done.sql", "", "", "There is no sql/check_hist_done.sql" },
        { "ING-11", Phase.Ingestion, "config/hist_date_ranges.yml", "start_unixtime: 1640995200", "start_unixtime: 1640995201", "There is a gap" },
        { "ING-11", Phase.Ingestion, "config/hist_date_ranges.yml", "start_unixtime: 1640995200", "start_unixtime: 1640995199", "overlaps" },
        { "ING-11", Phase.Ingestion, "config/hist_date_ranges.yml", "end_unixtime: 1735689600", "end_unixtime: 1999999999", "ends in the future" },
        { "HU-01", Phase.HistUnion, "shop_hist_union.dig", "timezone: UTC\n", "", "The workflow is not in UTC" },
        { "HU-01", Phase.HistUnion, "config/shop_union.yml", "lkup_db:", "other_db:", "No included file has lkup_db" },
        { "HU-02", Phase.HistUnion, "shop_hist_union.dig", "queries/create_inc_log.sql", "queries/other.sql", "The first task does not run" },
        { "HU-03", Phase.HistUnion, "shop_hist_union.dig", "_parallel:\n    limit: 3", "_parallel: true", "_parallel has no limit" },
        { "HU-04", Phase.HistUnion, "shop_hist_union.dig", "timezone: UTC\n", "timezone: UTC\nschedule:\n  daily>: 03:00:00\n", "no configuration asks for" },
        { "HU-05", Phase.HistUnion, "queries/set_watermark.sql", "", "", "There is no queries/set_watermark.sql" },
        { "HU-05", Phase.HistUnion, "shop_hist_union.dig", "td_for_each>: queries/find_new_table.sql", "td_for_each>: queries/create_inc_log.sql", "No workflow runs this query" },
        { "HU-05", Phase.HistUnion, "queries/shop_orders_window.sql", "", "", "There is no queries/shop_orders_window.sql" },
        { "ING-10", Phase.Ingestion, "sql/get_window.sql", "", "", "There is no sql/get_window.sql" },
        { "HU-06", Phase.HistUnion, "queries/shop_orders_create.sql", "IF NOT EXISTS", "", "It does not CREATE TABLE IF NOT EXISTS" },
        { "HU-06", Phase.HistUnion, "queries/shop_orders_union.sql", "UNION ALL", "UNION", "by UNION ALL" },
        { "HU-07", Phase.HistUnion, "queries/shop_orders_window.sql", "'hist_union'", "'union'", "project_name = 'hist_union'" },
        { "HU-07", Phase.HistUnion, "queries/shop_orders_union.sql", "WHERE \"time\" > ", "WHERE 0 < ", "A side is read whole" },
        { "HU-08", Phase.HistUnion, "shop_hist_union.dig", "queries/set_watermark.sql", "queries/other.sql", "No task writes a watermark" },
        { "HU-09", Phase.HistUnion, "queries/shop_orders_create.sql", "\"id\"", "`id`", "There is a backquote" },
        { "HU-09", Phase.HistUnion, "queries/shop_orders_window.sql", "GREATEST(", "GREATEST((", "a ( that is not closed" },
        { "HU-10", Phase.HistUnion, "queries/shop_orders_union.sql", "  \"email\",\n  \"total_price\",\n  'hist'", "  \"total_price\",\n  \"email\",\n  'hist'", "they stand in another order" },
        { "HU-10", Phase.HistUnion, "queries/crm_profiles_union.sql", "CAST(NULL AS varchar) AS \"properties\"", "NULL AS \"properties\"", "has no type" },
        { "HU-11", Phase.HistUnion, "queries/shop_products_union.sql", "FROM \"acme_src\".\"shop_products\"", "FROM \"acme_src\".\"shop_products\" WHERE 1 = 1", "There is a WHERE" },
        { "HU-15", Phase.HistUnion, "queries/shop_products_union.sql", "  \"time\"\n", "  TD_SCHEDULED_TIME() AS \"time\"\n", "computes time" },
        { "ST-01", Phase.Staging, "queries/shop_orders_upsert_delete.sql", "", "", "There is no queries/shop_orders_upsert_delete.sql" },
        { "ST-01", Phase.Staging, "config/src_params.yml", "has_dedup: true", "has_dedup: false", "is never run" },
        { "ST-02", Phase.Staging, "docs/shop_orders_columns.md", "| bigint |", "| real |", "a staged column is varchar" },
        { "ST-03", Phase.Staging, "docs/shop_orders_columns.md", "`updated_at_unixtime`", "`updated_at_seconds`", "there is no updated_at_unixtime" },
        { "ST-04", Phase.Staging, "docs/shop_customers_columns.md", "`email_valid`", "`email_ok`", "there is no email_valid" },
        { "ST-04", Phase.Staging, "queries/shop_customers_transform.sql", "sha256(to_utf8(\"email_std\"))", "sha256(to_utf8(\"email\"))", "email_hash is not made from email_std" },
        { "ST-05", Phase.Staging, "queries/crm_profiles_transform.sql", "'$[\"loyalty\"][\"tier\"]'", "'$.loyalty.tier'", "is not in brackets" },
        { "ST-05", Phase.Staging, "queries/crm_profiles_transform.sql", "NULLIF(trim(COALESCE(json_extract_scalar(", "(trim(COALESCE(json_extract_scalar(", "is not made NULL" },
        { "ST-06", Phase.Staging, "queries/shop_orders_transform.sql", "cleaned AS", "tidied AS", "do not stand in the order" },
        { "ST-06", Phase.Staging, "queries/shop_orders_transform.sql", "WITH source AS (", "WITH early AS (SELECT 1 AS key_rank), source AS (", "do not stand in the order" },
        { "ST-07", Phase.Staging, "config/src_params.yml", "          source_db: acme_src\n", "", "has no source_db" },
        { "ST-07", Phase.Staging, "config/src_params.yml", "partition_columns: [id]", "partition_columns: [uid]", "has no column uid" },
        { "ST-08", Phase.Staging, "transform_shop.dig", "queries/create_inc_log.sql", "queries/other.sql", "No task runs queries/create_inc_log.sql" },
        { "ST-08", Phase.Staging, "queries/shop_orders_window.sql", "'staging'", "'stage'", "project_name = 'staging'" },
        { "ST-09", Phase.Staging, "queries/shop_orders_create.sql", "\"email\" varchar", "\"email\" timestamp", "A table has no timestamp columns" },
        { "ST-10", Phase.Staging, "queries/shop_orders_transform.sql", "lower(to_hex(sha256(", "sha2(((", "sha2 is no function of Presto" },
        { "ST-11", Phase.Staging, "docs/shop_orders_columns.md", "| `email` |", "| `id` |", "There are two columns id" },
        { "ST-11", Phase.Staging, "docs/shop_orders_columns.md", "| `email` |", "| `eMail` |", "is not a name" },
        { "ST-17", Phase.Staging, "docs/shop_orders_columns.md", "fingerprint of the key |\n", "fingerprint of the key |\n\n## Left out\n\n| `note` | varchar | `note` | string |\n", "1 columns found no room, note." },
        { "UN-01", Phase.Unification, "enrich/queries/execute_join_hive.sql", "", "", "The file is missing" },
        { "UN-02", Phase.Unification, "unif_runner.dig", "timezone: UTC\n", "# first\ntimezone: UTC\n", "The first line is not timezone: UTC" },
        { "UN-02", Phase.Unification, "unif_runner.dig", "require>: enrich_runner", "call>: enrich_runner", "No task requires enrich_runner" },
        { "UN-02", Phase.Unification, "unif_runner.dig", "_error:", "+error:", "There is no _error" },
        { "UN-03", Phase.Unification, "config/stage_enrich.yml", "table: shop_orders_stg", "table: shop_orders_stg_prep", "the staged one is meant" },
        { "UN-03", Phase.Unification, "config/stage_enrich.yml", "- column: customer_id", "- column: client_id", "has no column client_id" },
        { "UN-04", Phase.Unification, "enrich_runner.dig", "!include : config/stage_enrich.yml", "x: 1", "does not include config/stage_enrich.yml" },
        { "UN-04", Phase.Unification, "enrich_runner.dig", "td.each.engine", "td.each.motor", "It does not ask for a table's engine" },
        { "UN-05", Phase.Unification, "config/src_prep_params.yml", "alias_as: phone", "alias_as: mobile", "mobile is no key" },
        { "UN-05", Phase.Unification, "config/unify.yml", "merge_by_keys: [email", "merge_by_keys: [mail", "mail, which is no key" },
        { "UN-06", Phase.Unification, "config/unify.yml", "name: customer_360", "title: customer_360", "There is no name" },
        { "UN-06", Phase.Unification, "config/unify.yml", "key: phone}", "key: mobile}", "the key mobile" },
        { "UN-07", Phase.Unification, "config/unify.yml", "persistent_ids:", "persistant_ids:", "neither persistent_ids nor canonical_ids" },
        { "UN-08", Phase.Unification, "config/src_prep_params.yml", "name: customer_id", "name: time", "time cannot be a key" },
        { "UN-09", Phase.Unification, "config/environment.yml", "stg: acme_stg", "stg: ${src}_stg", "A ${…} is left" },
        { "UN-09", Phase.Unification, "config/environment.yml", "stg: acme_stg", "stg:\tacme_stg", "There is a tab" },
        { "UN-10", Phase.Unification, "config/unify.yml", "valid_regexp: \"^[+]?", "valid_regexp: \"(^[+]?", "cannot be read" },
        { "UN-11", Phase.Unification, "config/unify.yml", "    valid_regexp: \"^[+]", "    other: \"^[+]", "phone has no valid_regexp" },
        { "UN-11", Phase.Unification, "config/unify.yml", "    merge_iterations: 15", "    merge_iterations: 3", "usual are 10 to 20" },
        { "UN-24", Phase.Unification, "id_unification.dig", "+input:", "+call:\n  http_call>: https://api-cdp.treasuredata.com/unifications/workflow_call\n  headers:\n    - authorization: abc\n\n+input:", "The authorization is not ${secret:…}" },
        { "OR-01", Phase.Staging, "transform_shop.dig", "", "", "The file is expected" },
        { "OR-02", Phase.Staging, "transform_shop.dig", "queries/window_start.sql", "../window_start.sql", "leaves the project" },
        { "OR-02", Phase.Unification, "unif_runner.dig", "require>: id_unification", "require>: id_unify", "There is no workflow id_unify" },
        { "OR-03", Phase.Ingestion, "README.md", "# ", "# 123/0123456789abcdef0123456789abcdef01234567 ", "looks like a key" },
        { "OR-05", Phase.Staging, "queries/shop_orders_transform.sql", "FROM ranked\n", "FROM ranked;\n-- ", "It ends with ;" },
        { "OR-05", Phase.Unification, "queries/lookup.sql", "SELECT", "SELECT '", "is not closed" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Fails_where_something_is_made_wrong(string id, Phase phase, string file, string find, string replace, string message)
    {
        var scope = _sample.Of(phase);
        Assert.All(_sample.Look(scope, id), o => Assert.Equal(CheckVerdict.Passed, o.Verdict));

        var outcomes = _sample.Look(With(scope, file, find, replace), id);

        Assert.Contains(outcomes, o => o.Verdict is CheckVerdict.Failed or CheckVerdict.Warning && $"{o.Subject}: {o.Message}".Contains(message, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string, string> Settings { get; } = new()
    {
        { "PRE-03", "hist_union:\n", "lookup_database: lookups\n\nhist_union:\n", "'lookups' does not tell whose it is" },
        { "PRE-13", "        - name: orders\n", "        - name: orders\n          table: purchases\n", "Table purchases of shop.orders" },
        { "PRE-16", "region: us", "region: us\nendpoint: https://api.eu01.treasuredata.com", "is of another region" },
        { "PRE-16", "region: us", "region: eu01\nendpoint: https://api-cdp.eu01.treasuredata.com", "is not the address of the API" },
        { "ING-12", "date_range: year", "date_range: year", "" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Fails_where_a_setting_is_made_wrong(string id, string find, string replace, string message)
    {
        var text = File.ReadAllText(Repository.File("config/pipeline.yml"));
        Assert.Contains(find, text, StringComparison.Ordinal);
        var sample = new SampleScope(Project.Load(Local(text.Replace(find, replace, StringComparison.Ordinal))));

        var outcomes = sample.Look(sample.Of(Phase.Ingestion), id);

        Assert.Contains(outcomes, o => message.Length == 0
            ? o.Verdict is CheckVerdict.Passed
            : o.Verdict is CheckVerdict.Failed or CheckVerdict.Warning && o.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Phase.Ingestion)]
    [InlineData(Phase.HistUnion)]
    [InlineData(Phase.Staging)]
    [InlineData(Phase.Unification)]
    public void The_sample_passes_every_gate(Phase phase) =>
        Assert.Equal([], _sample.Look(_sample.Of(phase)).Where(o => o.Verdict is not CheckVerdict.Passed));

    [Fact]
    public void A_name_that_the_configuration_would_refuse_is_refused_here_too()
    {
        var scope = _sample.Of(Phase.Ingestion);
        var renamed = scope with { Pipeline = scope.Pipeline with { Config = scope.Pipeline.Config with { Client = "Acme!" } } };

        Assert.Contains("'Acme!' cannot be the prefix", Assert.Single(_sample.Look(renamed, "PRE-01")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_whose_id_is_merged_by_ids_passes_every_gate()
    {
        var config = Project.SampleConfig();
        var merged = new SampleScope(config with
        {
            Unification = config.Unification with
            {
                MergeByKeys = ["customer_id"],
                MergeByPersistentIds = ["household"],
                Ids = [new() { Name = "household", MergeByKeys = ["email", "phone"] }],
            },
        });

        Assert.Empty(merged.Look(merged.Of(Phase.Unification)).Where(o => o.Verdict is not CheckVerdict.Passed).Select(o => $"{o.Id}: {o.Message}"));
    }

    [Fact]
    public void A_placeholder_is_no_client()
    {
        var scope = _sample.Of(Phase.Ingestion);
        var renamed = scope with { Pipeline = scope.Pipeline with { Config = scope.Pipeline.Config with { Client = "demo" }, LookupDatabase = "demo_db" } };

        Assert.Equal(
            ["'demo' is a placeholder. Write the client's own name for client.", "'demo_db' is a placeholder. Write the client's own name for its database."],
            _sample.Look(renamed, "PRE-02").Select(o => o.Message));
    }

    [Fact]
    public void A_history_of_too_many_tasks_in_one_attempt_fails()
    {
        var scope = _sample.Of(Phase.Ingestion);
        var ranges = scope.Files["config/hist_date_ranges.yml"];
        var range = ranges[ranges.IndexOf("    - start_time", StringComparison.Ordinal)..ranges.IndexOf("    - start_time: \"2022", StringComparison.Ordinal)];

        var outcomes = _sample.Look(With(scope, "config/hist_date_ranges.yml", "  shop:\n", "  shop:\n" + string.Concat(Enumerable.Repeat(range, 60))), "ING-12");

        Assert.Contains("an attempt may have 1,000", Assert.Single(outcomes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_that_no_table_takes_needs_no_files()
    {
        var scope = _sample.Of(Phase.Staging);
        var files = scope.Files.Where(f => !f.Key.Contains("_append_", StringComparison.Ordinal)).ToDictionary();

        Assert.Equal(CheckVerdict.Passed, Assert.Single(_sample.Look(scope with { Files = files }, "OR-02")).Verdict);
    }

    [Fact]
    public void A_report_with_a_key_fails()
    {
        var scope = _sample.Of(Phase.Unification) with
        {
            Files = new Dictionary<string, string> { ["pipeline_report.md"] = "# Report\ntd -k 12/0123456789abcdef0123456789abcdef01234567\n" },
        };

        Assert.Equal("unification/pipeline_report.md:2:1", Assert.Single(_sample.Look(scope, "OR-08")).Subject);
    }

    [Fact]
    public void A_project_that_is_too_large_fails()
    {
        var random = new Random(1);
        var scope = _sample.Of(Phase.Staging);
        var noise = string.Concat(Enumerable.Range(0, 24 * 1024 * 1024).Select(_ => (char)random.Next(33, 126)));

        var outcome = Assert.Single(_sample.Look(scope with { Files = new Dictionary<string, string>(scope.Files) { ["noise.txt"] = noise } }, "OR-04"));

        Assert.Contains("Treasure Data takes 10", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_with_its_reason_accepts_a_failure()
    {
        var config = Project.SampleConfig();
        var sample = new SampleScope(config with
        {
            Validation = config.Validation with { Exceptions = [new() { Id = "HU-04", Reason = "the union also runs alone" }] },
        });
        var scope = With(sample.Of(Phase.HistUnion), "shop_hist_union.dig", "timezone: UTC\n", "timezone: UTC\nschedule:\n  daily>: 03:00:00\n");

        var outcome = Assert.Single(sample.Look(scope, "HU-04"), o => o.Verdict is not CheckVerdict.Passed);

        Assert.Equal(CheckVerdict.Accepted, outcome.Verdict);
        Assert.EndsWith("(accepted: the union also runs alone)", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_gate_has_a_test_that_makes_it_fail()
    {
        string[] others = ["PRE-01", "PRE-02", "ING-12", "OR-04", "OR-08"];
        var tested = Slips.Select(row => (string)row[0]).Concat(Settings.Select(row => (string)row[0])).Concat(others);

        Assert.Equal([], _sample.Gates.OfFiles.Select(g => g.Info.Id).Except(tested));
    }

    private static GateScope With(GateScope scope, string file, string find, string replace)
    {
        var files = new Dictionary<string, string>(scope.Files);
        Assert.Contains(find, files[file], StringComparison.Ordinal);
        if (find.Length == 0)
        {
            files.Remove(file);
        }
        else
        {
            files[file] = files[file].Replace(find, replace, StringComparison.Ordinal);
        }

        return scope with { Files = files };
    }

    /// <summary>Without the stand-ins, whose files lie beside the shipped configuration.</summary>
    private static string Local(string text) => text[..text.IndexOf("\nlocal:", StringComparison.Ordinal)]
        .Replace("platform: local", "platform: treasure_data", StringComparison.Ordinal);
}
