using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>Defects of public templates that cannot come back here (cdp_phases §4.5), on the real engine.</summary>
public sealed class UnificationDefectRunTests(DefectScenario scenario) : IClassFixture<DefectScenario>
{
    [Fact]
    public async Task B_UN_1_the_list_takes_its_four_columns_by_name() => Assert.Equal(
        "email|masked by a deletion request|*",
        await scenario.OneAsync("SELECT key_name, note, array_join(tbls, ' ') FROM tiny_config.exclusion_list WHERE key_value LIKE '0123456789abcdef%'"));

    /// <summary>The list has held a NULL since before the first run; <c>NOT IN</c> would add nothing and find nothing.</summary>
    [Fact]
    public async Task B_UN_6_a_null_on_the_list_hides_no_other_value()
    {
        Assert.Equal("1|1", await scenario.OneAsync("SELECT COUNT(CASE WHEN key_value IS NULL THEN 1 END), COUNT(CASE WHEN key_value LIKE '0123456789abcdef%' THEN 1 END) FROM tiny_config.exclusion_list"));
        Assert.Equal("0", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_people_unified_id_lookup WHERE id LIKE '0123456789abcdef%'"));
        Assert.NotEqual("0", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_people_unified_id_lookup WHERE id_key_type = 2"));
    }

    /// <summary>The list was made with its columns in another order; each value is in its own column, and read there.</summary>
    [Fact]
    public async Task B_UN_12_rows_are_inserted_by_the_names_of_columns()
    {
        Assert.Equal(
            "email",
            await scenario.OneAsync($"SELECT key_name FROM tiny_config.exclusion_list WHERE time = {DefectScenario.FirstRun} AND length(key_value) = 64"));
        Assert.All(
            TinyClient.Files(TinyClient.Config("id_method: canonical_id")).Values.SelectMany(t => t.Split('\n')).Where(l => l.Contains("INSERT INTO", StringComparison.Ordinal)),
            line => Assert.Contains(" (\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task B_UN_2_the_first_run_needs_no_table() => Assert.Equal(
        "customer_id email phone",
        await scenario.OneAsync(
            "SELECT array_join(array_agg(column_name ORDER BY column_name), ' ') FROM information_schema.columns "
            + "WHERE table_schema = 'tiny_unif' AND table_name = 'before_merge' AND column_name IN ('customer_id', 'email', 'phone')"));

    [Fact]
    public async Task B_UN_3_what_has_not_changed_keeps_its_time() => Assert.Equal(
        $"{DefectScenario.FirstRun}|{DefectScenario.FirstRun}",
        await scenario.OneAsync("SELECT ingest_time, time FROM tiny_people_prep WHERE email = 'abroad@x.org'"));

    [Fact]
    public async Task B_UN_4_who_is_known_by_an_id_alone_is_somebody() => Assert.Equal(
        "1", await scenario.OneAsync("SELECT COUNT(*) FROM shop_customers_stg_enriched WHERE customer_id = 'only-an-id' AND unified_id IS NOT NULL"));

    [Fact]
    public async Task B_UN_5_a_long_international_number_is_not_masked()
    {
        Assert.Equal("1", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_people_unified_id_lookup WHERE id = '+4915112345678'"));
        Assert.Equal("0", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_config.exclusion_list WHERE key_name = 'phone'"));
    }

    [Fact]
    public async Task B_UN_7_an_excluded_value_is_in_no_table_that_is_published()
    {
        Assert.Equal("0", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_people_prep WHERE email LIKE '0123%'"));
        Assert.Equal("0", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_people_unified_id_lookup WHERE id LIKE '0123%'"));
        Assert.Equal("NULL|1", await scenario.OneAsync("SELECT MAX(email), COUNT(unified_id) FROM shop_customers_stg_enriched WHERE phone = '+15550001111'"));
    }

    [Fact]
    public async Task B_UN_8_values_that_look_like_joined_ones_stay_apart()
    {
        Assert.Equal("2", await scenario.OneAsync("SELECT COUNT(DISTINCT unified_id) FROM tiny_people_unified_id_lookup WHERE id IN ('a~b@x.org', 'b~c')"));
        Assert.Equal("2", await scenario.OneAsync("SELECT COUNT(DISTINCT prep_id) FROM tiny_people_prep WHERE email = 'a~b@x.org' OR customer_id = 'b~c'"));
    }

    [Fact]
    public async Task B_UN_9_a_quote_in_a_value_is_kept() => Assert.Equal(
        "o'neil@x.org", await scenario.OneAsync("SELECT id FROM tiny_people_unified_id_lookup WHERE id LIKE 'o%neil@x.org'"));

    /// <summary>Rules with quotes go through digdag's templates and through SQL as they are written.</summary>
    [Fact]
    public async Task B_UN_10_quotes_in_rules_break_no_statement()
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var config = TinyClient.Config("id_method: canonical_id");
        var odd = config with
        {
            Unification = config.Unification with
            {
                Keys = [new() { Name = "customer_id", ValidRegexp = "^[^']*'[0-9]+$|\"|^c", InvalidTexts = ["c'0001", "\"x\""] }, .. config.Unification.Keys!.Value.Skip(1)],
                Master = [new() { Name = "city", InvalidTexts = ["L'Aquila"], SourceColumns = [new() { Table = "shop_customers" }] }],
            },
        };
        var run = new UnificationRun(tables, odd, TinyClient.Schemas);
        await run.Project(1).RunAsync(TinyClient.Staging(2, 4));
        await run.Project(1).RunAsync("INSERT INTO tiny_stg.shop_customers_stg (customer_id, city, time) VALUES ('c''0001', 'L''Aquila', 5), ('c''0002', 'L''Aquila', 5), ('\"x\"', 'x', 5), ('d', 'x', 5)");

        var sql = await run.RunAsync(DefectScenario.FirstRun);

        Assert.Equal(
            ["\"x\"|NULL", "c'0001|NULL", "c'0002|1", "d|NULL"],
            await sql.RowsAsync("SELECT customer_id, CASE WHEN unified_id IS NOT NULL THEN 1 END FROM shop_customers_stg_enriched WHERE time = 5 ORDER BY customer_id"));
        Assert.Equal(0, await sql.NumberAsync("SELECT COUNT(*) FROM tiny_people_master WHERE city = 'L''Aquila'"));
    }

    [Fact]
    public async Task B_UN_11_rows_of_one_second_are_there_once() => Assert.Equal(
        "2", await scenario.OneAsync("SELECT COUNT(*) FROM tiny_people_prep WHERE customer_id = 'joins' AND last_seen = 980"));

    [Fact]
    public async Task B_UN_14_an_invalid_address_does_not_hide_a_good_number() => Assert.Equal(
        "1", await scenario.OneAsync("SELECT COUNT(unified_id) FROM shop_customers_stg_enriched WHERE phone = '+15550005555'"));

    [Fact]
    public async Task B_UN_22_every_person_has_one_row_in_the_master_table() => Assert.Equal(
        "true", await scenario.OneAsync(
            "SELECT COUNT(*) = COUNT(DISTINCT unified_id) AND COUNT(*) = (SELECT COUNT(DISTINCT unified_id) FROM tiny_people_unified_id_lookup) FROM tiny_people_master"));

    [Fact]
    public async Task B_UN_23_empty_texts_are_nobody_and_the_first_time_counts()
    {
        Assert.Equal("0", await scenario.OneAsync("SELECT COUNT(unified_id) FROM shop_customers_stg_enriched WHERE city = 'nobody'"));
        Assert.Equal("50", await scenario.OneAsync("SELECT id_first_seen_at FROM tiny_people_unified_id_lookup WHERE id = 'early@x.org'"));
    }

    [Fact]
    public async Task B_UN_24_an_id_may_hold_a_bar_and_each_table_has_its_own_histogram()
    {
        Assert.Equal("pipe|id", await scenario.OneAsync("SELECT leader_id FROM tiny_people_unified_id_lookup WHERE id = 'pipe|id'"));
        Assert.Equal("2", await scenario.OneAsync(
            $"SELECT COUNT(DISTINCT histogram_email) FROM unified_id_result_key_stats WHERE time = {DefectScenario.SecondRun} AND from_table <> '*'"));
    }

    [Fact]
    public async Task B_UN_25_a_person_of_one_value_is_a_person() => Assert.Equal(
        "1", await scenario.OneAsync("SELECT ids FROM tiny_people_master m JOIN tiny_people_unified_id_lookup l ON l.unified_id = m.unified_id WHERE l.id = 'only-an-id'"));

    [Fact]
    public async Task B_UN_26_after_a_merge_old_rows_have_the_new_id_too()
    {
        Assert.Equal("1", await scenario.OneAsync(
            "SELECT COUNT(DISTINCT unified_id) FROM (SELECT unified_id FROM shop_customers_stg_enriched WHERE email IN ('left@x.org', 'right@x.org') "
            + "UNION ALL SELECT unified_id FROM shop_orders_stg_enriched WHERE customer_id = 'joins') t"));
        Assert.Equal("MERGE", await scenario.OneAsync("SELECT change FROM tiny_people_merge_split_log"));
    }

    [Fact]
    public void B_UN_13_a_key_that_a_table_does_not_have_stops_before_anything_runs()
    {
        var config = TinyClient.Config("id_method: canonical_id");
        var odd = config with
        {
            Unification = config.Unification with
            {
                Tables = [new() { Name = "shop_customers", KeyColumns = [new() { Column = "emial", Key = "email" }] }],
            },
        };

        var error = Assert.Throws<PipelineException>(() => TinyClient.Files(odd));

        Assert.Contains("no column 'emial'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void B_UN_16_no_schema_but_ones_own_is_searched() => Assert.All(
        TinyClient.Files(TinyClient.Config("id_method: canonical_id")).Where(f => f.Value.Contains("information_schema", StringComparison.Ordinal)),
        f => Assert.Contains("\"table_schema\" = 'tiny_unif' AND \"table_name\" =", f.Value, StringComparison.Ordinal));

    [Fact]
    public async Task B_UN_18_two_unifications_in_one_database_do_not_meet()
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var people = TinyClient.Config("id_method: canonical_id");
        var houses = people with { Unification = people.Unification with { Name = "houses", Keys = [new() { Name = "phone" }] } };
        var sql = new UnificationRun(tables, people, TinyClient.Schemas).Project(1);
        await sql.RunAsync(TinyClient.Staging(2, 20));
        await new UnificationRun(tables, people, TinyClient.Schemas).RunAsync(DefectScenario.FirstRun);
        var before = await sql.RowsAsync("SELECT * FROM tiny_people_unified_id_lookup ORDER BY id, id_key_type");

        await new UnificationRun(tables, houses, TinyClient.Schemas).RunAsync(DefectScenario.FirstRun);

        Assert.Equal(before, await sql.RowsAsync("SELECT * FROM tiny_people_unified_id_lookup ORDER BY id, id_key_type"));
    }

    [Fact]
    public async Task B_UN_19_a_value_of_two_persons_gives_no_row_twice()
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var run = new UnificationRun(tables, TinyClient.Config("id_method: canonical_id; do_not_merge_key: customer_id"), TinyClient.Schemas);
        await run.Project(1).RunAsync(TinyClient.Staging(4, 40));

        var sql = await run.RunAsync(DefectScenario.FirstRun);

        Assert.NotEqual(0, await sql.NumberAsync("SELECT COUNT(*) FROM (SELECT id FROM tiny_people_unified_id_lookup GROUP BY id, id_key_type HAVING COUNT(*) > 1) t"));
        Assert.Equal(40, await sql.NumberAsync("SELECT COUNT(*) FROM shop_customers_stg_enriched"));
        Assert.Equal(0, await sql.NumberAsync(
            "SELECT COUNT(*) FROM (SELECT unified_id FROM tiny_people_unified_id_lookup WHERE id_key_type = 1 AND id = leader_id GROUP BY 1 HAVING COUNT(DISTINCT id) > 1) t"));
    }

    [Fact]
    public async Task B_UN_22_a_chain_that_needs_more_rounds_than_are_allowed_fails()
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var run = new UnificationRun(tables, TinyClient.Config("id_method: canonical_id; merge_iterations: 1"), TinyClient.Schemas);
        await run.Project(1).RunAsync(TinyClient.Staging(5, 60));

        await Assert.ThrowsAsync<NotConvergedException>(() => run.RunAsync(DefectScenario.FirstRun));
    }

    [Fact]
    public async Task Values_that_too_many_share_join_nobody_and_are_listed()
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var run = new UnificationRun(tables, TinyClient.Config("id_method: canonical_id; max_values_per_key_value: 4"), TinyClient.Schemas);
        var rows = string.Join(", ", Enumerable.Range(0, 6).Select(n => FormattableString.Invariant($"('c{n}', 'info@x.org', '+1555000000{n}', 'a', BIGINT '1')")));
        await run.Project(1).RunAsync(string.Join(";\n", ((string[])["shop_customers_stg", "shop_orders_stg"]).Select(table =>
            $"CREATE TABLE tiny_stg.{table} AS SELECT * FROM (VALUES {rows}) AS t (customer_id, email, phone, city, time)")));

        var sql = await run.RunAsync(DefectScenario.FirstRun);

        Assert.Equal(["email|info@x.org|6"], await sql.RowsAsync("SELECT key_name, key_value, others FROM tiny_people_exclusion_candidates"));
        Assert.Equal(6, await sql.NumberAsync("SELECT COUNT(DISTINCT unified_id) FROM shop_customers_stg_enriched"));
        Assert.Equal(6, await sql.NumberAsync("SELECT COUNT(*) FROM shop_customers_stg_enriched WHERE email = 'info@x.org'"));
    }
}
