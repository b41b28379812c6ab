using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>Defects of public templates that cannot come back here (cdp_phases §4.1 and §4.4), one test an id: what can be seen in the files.</summary>
public sealed class StagingDefectTests
{
    private static readonly IReadOnlyDictionary<string, string> _files =
        new Project(Project.SampleConfig()).Render(new Pipeline.Phases.Staging.StagingPhase(), SampleSchemas.Combined);

    private static string Profiles => _files["queries/crm_profiles_transform.sql"];

    private static string Workflow => _files["transform_crm.dig"];

    [Fact]
    public void B_WM_1_rows_are_read_up_to_what_was_decided_first() =>
        Assert.Contains("s.\"time\" > w.\"lo\" AND s.\"time\" <= w.\"hi\"", Profiles, StringComparison.Ordinal);

    [Fact]
    public void B_WM_2_nothing_read_leaves_no_watermark() =>
        Assert.Contains("WHERE w.\"hi\" > w.\"lo\"", _files["queries/set_watermark.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_WM_3_each_statement_is_a_task_and_the_watermark_comes_last() =>
        InOrder(Workflow, "+window:", "+transform:", "+delete:", "+insert:", "+watermark:", "+clean:");

    [Fact]
    public void B_WM_4_the_log_is_written_by_name() => Assert.Contains(
        "(\"project_name\", \"database_name\", \"table_name\", \"inc_value\", \"batch_id\", \"session_id\", \"time\")",
        _files["queries/set_watermark.sql"],
        StringComparison.Ordinal);

    [Fact]
    public void B_WM_7_history_and_increments_have_watermarks_of_their_own() =>
        Assert.Contains("'crm_profiles_hist_union.' || o.\"origin\"", _files["queries/crm_profiles_window.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_WM_10_a_stored_value_is_told_apart_by_its_table() =>
        Assert.Contains("AS \"${tbl.name}_from\"", _files["queries/window_start.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_ST_1_parentheses_are_balanced() => Assert.All(
        _files.Where(f => f.Key.EndsWith("_transform.sql", StringComparison.Ordinal)),
        f => Assert.Equal(f.Value.Count(c => c == '('), f.Value.Count(c => c == ')')));

    [Fact]
    public void B_ST_2_the_hash_is_of_the_standard_form() =>
        Assert.Contains("lower(to_hex(sha256(to_utf8(\"email_std\")))) AS \"email_hash\"", Profiles, StringComparison.Ordinal);

    [Fact]
    public void B_ST_3_texts_keep_their_case() => Assert.Contains(" THEN \"id\" END AS \"id\"", Profiles, StringComparison.Ordinal);

    [Fact]
    public void B_ST_4_phones_of_the_world_are_read() => Assert.Contains("'^[+][1-9][0-9]{7,14}$'", Profiles, StringComparison.Ordinal);

    [Fact]
    public void B_ST_5_a_date_is_parsed_once()
    {
        Assert.Equal(1, Count(Profiles, "AS \"birthday_unixtime\""));
        Assert.Equal(Count(Profiles, "TD_TIME_PARSE("), Count(string.Concat(Profiles.Split("standardised AS")[1].Split("completed AS")[0]), "TD_TIME_PARSE("));
    }

    [Fact]
    public void B_ST_6_names_of_json_keys_are_computed_and_the_keys_quoted() =>
        Assert.Matches(""".*'[$]\["loyalty"]\["tier"]'.* AS "properties_loyalty_tier",\n""", Profiles);

    [Fact]
    public void B_ST_8_a_key_of_several_columns_is_hashed_without_ambiguity() =>
        Assert.Contains("json_format(CAST(ARRAY[\"id\"] AS JSON))", Profiles, StringComparison.Ordinal);

    [Fact]
    public void B_ST_9_the_work_table_is_made_anew() =>
        InOrder(Workflow, "td>: queries/${tbl.name}_transform.sql", "create_table: ${tbl.work_table}");

    [Fact]
    public void B_ST_10_a_late_older_record_loses() =>
        Assert.Contains("UNION ALL", _files["queries/crm_profiles_upsert_fresh.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_ST_11_delete_and_insert_are_two_tasks_and_the_insert_can_be_repeated()
    {
        Assert.DoesNotContain("INSERT", _files["queries/crm_profiles_upsert_delete.sql"], StringComparison.Ordinal);
        Assert.Contains("NOT EXISTS", _files["queries/crm_profiles_upsert_insert.sql"], StringComparison.Ordinal);
        Assert.Contains("NOT EXISTS", _files["queries/crm_events_append_insert.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_ST_12_columns_are_inserted_by_name() =>
        Assert.DoesNotContain("*", _files["queries/crm_profiles_upsert_insert.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_ST_14_tables_go_in_waves_with_a_limit()
    {
        Assert.Contains("wave: 2", _files["config/src_params.yml"], StringComparison.Ordinal);
        Assert.Contains("_parallel:\n      limit: 3", Workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void B_ST_16_there_is_one_log_of_watermarks() => Assert.All(
        _files.Values.Where(f => f.Contains("inc_log", StringComparison.Ordinal)),
        f => Assert.DoesNotContain("\"acme_stg\".\"inc_log\"", f, StringComparison.Ordinal));

    [Fact]
    public void B_ST_17_a_failure_calls_no_other_project() =>
        Assert.All(_files.Where(f => f.Key.EndsWith(".dig", StringComparison.Ordinal)), f => Assert.DoesNotContain("require>", f.Value, StringComparison.Ordinal));

    [Fact]
    public void B_ST_18_on_hive_the_insert_stands_after_the_common_tables_and_nothing_is_deleted()
    {
        var config = Project.SampleConfig();
        var files = new Project(config with { Staging = config.Staging with { Engine = SqlEngine.Hive } })
            .Render(new Pipeline.Phases.Staging.StagingPhase(), SampleSchemas.Combined);
        var transform = files["queries/crm_profiles_transform.sql"];

        InOrder(transform, "WITH source AS (", "ranked AS (", "-- DIGDAG_INSERT_LINE\nSELECT\n  `id`,");
        Assert.DoesNotMatch("DELETE|NULLS LAST|TRY_CAST|\"id\"|Chicago", transform);
        Assert.StartsWith("timezone: UTC\n", files["transform_crm.dig"], StringComparison.Ordinal);
        Assert.Contains("            engine: hive\n", files["transform_crm.dig"], StringComparison.Ordinal);
    }

    private static void InOrder(string text, params string[] parts)
    {
        var places = parts.Select(p => text.IndexOf(p, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
