using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Defects of public templates that cannot come back here (cdp_phases §4.5), one test an id.</summary>
public sealed class UnificationDefectTests
{
    private static readonly IReadOnlyDictionary<string, string> _files =
        new Project(Project.SampleConfig()).Render(new Pipeline.Phases.Unification.UnificationPhase(), SampleSchemas.Cleaned);

    [Fact]
    public void B_UN_2_the_wide_table_is_declared_with_all_its_keys() =>
        Assert.Contains("\"email\" varchar,\n  \"phone\" varchar,\n  \"customer_id\" varchar,", Query("create_schema"), StringComparison.Ordinal);

    [Fact]
    public void B_UN_5_masked_values_are_known_by_their_form() =>
        Assert.Contains("regexp_like(\"phone\", '^[0-9a-f]{64}$')", Query("exclusion_detect"), StringComparison.Ordinal);

    [Fact]
    public void B_UN_10_no_list_is_parsed_from_a_text_in_sql() => Assert.All(
        _files.Where(f => f.Key.EndsWith(".sql", StringComparison.Ordinal)),
        f => Assert.DoesNotContain("json_parse", f.Value, StringComparison.Ordinal));

    [Fact]
    public void B_UN_14_keys_are_tried_in_the_order_of_trust_and_only_valid_ones() =>
        Assert.Contains("first_id: \"COALESCE(s.\\\"valid_key_1\\\", s.\\\"valid_key_2\\\", s.\\\"valid_key_3\\\", NULL)\"", _files["config/stage_enrich.yml"], StringComparison.Ordinal);

    [Fact]
    public void B_UN_15_the_lookups_column_follows_the_method()
    {
        var config = Project.SampleConfig();
        var canonical = config with { Unification = config.Unification with { IdMethod = IdMethod.CanonicalId } };

        var files = new Project(canonical).Render(new Pipeline.Phases.Unification.UnificationPhase(), SampleSchemas.Cleaned);

        Assert.Contains("AS \"canonical_id\"", files["queries/lookup.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("persistent_id", files["queries/lookup.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_UN_17_hives_statement_is_hives() =>
        Assert.DoesNotContain("\"", _files["enrich/queries/execute_join_hive.sql"], StringComparison.Ordinal);

    [Fact]
    public void B_UN_20_a_failed_part_is_run_again()
    {
        Assert.Equal(3, _files["unif_runner.dig"].Split("rerun_on: failed").Length - 1);
        Assert.Equal(3, _files["unif_runner.dig"].Split("require>:").Length - 1);
        Assert.StartsWith("timezone: UTC\n", _files["unif_runner.dig"], StringComparison.Ordinal);
    }

    [Fact]
    public void B_UN_21_there_is_one_database_of_lists() =>
        Assert.Contains("lkup: acme_config", _files["config/environment.yml"], StringComparison.Ordinal);

    [Fact]
    public void B_UN_22_what_has_not_converged_fails() =>
        Assert.Contains("fail>:", _files["id_unification.dig"], StringComparison.Ordinal);

    [Fact]
    public void B_UN_23_the_first_time_of_a_key_is_kept()
    {
        Assert.Contains("MIN(\"time\") AS \"first_seen\"", Query("prep_crm_profiles"), StringComparison.Ordinal);
        Assert.Contains("LEAST(n.\"first_seen\"", Query("unif_input_tbl"), StringComparison.Ordinal);
    }

    [Fact]
    public void B_UN_24_a_key_without_rules_counts_and_quotes_in_rules_are_escaped()
    {
        var config = Project.SampleConfig();
        var odd = config with
        {
            Unification = config.Unification with
            {
                Keys = [new() { Name = "email", InvalidTexts = ["o'brien"] }, new() { Name = "phone", InvalidTexts = [] }, new() { Name = "customer_id", InvalidTexts = [] }],
            },
        };

        var files = new Project(odd).Render(new Pipeline.Phases.Unification.UnificationPhase(), SampleSchemas.Cleaned);

        Assert.Contains("THEN p.\"customer_id\" END AS \"customer_id\"", files["queries/unif_input_tbl.sql"], StringComparison.Ordinal);
        Assert.Contains("NOT IN ('o''brien')", files["queries/unif_input_tbl.sql"], StringComparison.Ordinal);
    }

    private static string Query(string name) => _files[$"queries/{name}.sql"];
}
