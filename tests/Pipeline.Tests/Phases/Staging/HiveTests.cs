using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Tests.Phases.Staging.Rules;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>The same rules on the other engine: the same rows.</summary>
public sealed class HiveTests
{
    [Fact]
    public async Task Both_engines_stage_the_sample_alike()
    {
        using var presto = TrinoDatabase.Open(":memory:");
        using var hive = TrinoDatabase.Open(":memory:");
        var config = Project.SampleConfig();
        await SampleTables.FillAsync(presto);
        await SampleTables.FillAsync(hive);

        var one = await new StagingRun(presto, config, SampleSchemas.Combined).RunAsync(1_735_700_000);
        var other = await new StagingRun(hive, config with { Staging = config.Staging with { Engine = SqlEngine.Hive } }, SampleSchemas.Combined).RunAsync(1_735_700_000);

        foreach (var table in SampleSchemas.Cleaned.Tables)
        {
            // How a double prints is the engine's, and so is the fingerprint of a row that has one.
            var columns = string.Join(", ", table.Columns.Where(c => c.Name != "rowhash")
                .Select(c => c.Type.StartsWith("array", StringComparison.Ordinal) ? $"json_format(CAST(\"{c.Name}\" AS JSON))" : $"\"{c.Name}\""));
            Assert.Equal(
                (await one.RowsAsync($"SELECT {columns} FROM {table.Name.Table}")).Order(StringComparer.Ordinal),
                (await other.RowsAsync($"SELECT {columns} FROM {table.Name.Table}")).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Addresses_are_read_alike() => await AlikeAsync("email varchar", EmailRuleTests.Texts(new Random(31), 300), ["email", "email_std", "email_hash", "email_valid"]);

    [Fact]
    public async Task Phone_numbers_are_read_alike()
    {
        await AlikeAsync("phone varchar", [.. PhoneRuleTests.Written(new Random(32), 200, "49", 10, "0").Select(n => n.Text)], ["phone", "phone_std", "phone_hash"], "{ country: DE }");
        await AlikeAsync("phone varchar", [.. PhoneRuleTests.Written(new Random(33), 200, "1", 10, "").Select(n => n.Text)], ["phone", "phone_std"], "{ phone: us10 }");
    }

    [Fact]
    public async Task Dates_are_read_alike()
    {
        string[] outputs = ["seen_at", "seen_at_std", "seen_at_unixtime", "seen_at_date"];
        await AlikeAsync(
            "seen_at varchar",
            [.. DateRuleTests.Printed(new Random(34), 200, ["yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy/M/d H:mm", "dd.MM.yyyy", "dd MMM yyyy", "1704067200"]).Select(d => d.Text), "2024-02-30", "1704067200123", "soon"],
            outputs,
            "{ day_first: true }",
            "{ formats: [dd MMM yyyy] }");
        await AlikeAsync("seen_at bigint", ["1704067200", "1704067200123", "-100000000", null], outputs);
    }

    [Fact]
    public async Task Numbers_are_read_alike() => await AlikeAsync(
        "price varchar",
        [.. NumberRuleTests.Written(new Random(35), 300, System.Globalization.NumberFormatInfo.InvariantInfo).Select(n => n.Text), "1.005", "-1.005", "1e3", "x", "2.675"],
        ["price"]);

    [Fact]
    public async Task Keys_of_json_are_read_alike() => await AlikeAsync(
        "properties varchar",
        [.. JsonRuleTests.Objects(new Random(36), 200).Select(o => o?.ToJsonString(JsonRuleTests._plain)), "not json", "[1]"],
        ["properties_tier", "properties_loyalty_tier", "properties_value", "properties_zip_code", "json_format(CAST(properties_tags AS JSON))"],
        columnRules: "{ keys: [tier, loyalty.tier, $value, Zip Code, \"tags[]\"] }");

    /// <summary>Every rule over every text, on both engines: no row may differ.</summary>
    [Fact]
    public async Task Awkward_values_are_read_alike_by_every_rule()
    {
        var presto = await AwkwardValues.CleanAsync(SqlEngine.Presto);
        var hive = await AwkwardValues.CleanAsync(SqlEngine.Hive);

        Assert.NotEmpty(presto);
        Assert.Equal(presto.Count, hive.Count);
        var different = presto.Zip(hive).Where(r => r.First != r.Second).Select(r => $"{r.First}, on Hive {r.Second}").ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Fact]
    public async Task A_table_staged_on_hive_amid_failures_is_the_table_of_one_quiet_run()
    {
        var (found, expected) = await FailureSchedules.RunAsync(FailureSchedules.Kinds[0], 1, SqlEngine.Hive);

        Assert.Equal(expected, found);
    }

    private static async Task AlikeAsync(string column, IReadOnlyList<string?> texts, string[] outputs, string rules = "{}", string columnRules = "{}")
    {
        var presto = await RuleTable.CleanAllAsync(column, texts, outputs, rules, columnRules);
        var hive = await RuleTable.CleanAllAsync(column, texts, outputs, rules, columnRules, SqlEngine.Hive);

        for (var n = 0; n < texts.Count; n++)
        {
            Assert.Equal((texts[n], string.Join(" | ", presto[n])), (texts[n], string.Join(" | ", hive[n])));
        }
    }
}
