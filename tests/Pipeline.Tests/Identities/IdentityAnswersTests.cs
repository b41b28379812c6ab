using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Identities;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Tests.Fakes;
using Cdp.Pipeline.Tests.Phases.Unification;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Identities;

/// <summary>The answers of <c>Explain, WhatIf, Exclude, Stats</c> over five records, as they are read by people: each beside this test.</summary>
public sealed class IdentityAnswersTests : IAsyncLifetime
{
    private const string Rules = "id_method: canonical_id";

    private const string Columns = "AS t (customer_id, email, phone, city, time)";

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    private IdentityQuestions Questions => new(TablePlatform.Over(_tables, "tiny_stg"), TinyClient.Config(Rules), CancellationToken.None);

    public async Task InitializeAsync()
    {
        var run = new UnificationRun(_tables, TinyClient.Config(Rules), TinyClient.Schemas);
        await run.Project(1).RunAsync(
            "CREATE TABLE tiny_stg.shop_customers_stg AS SELECT * FROM (VALUES ('c1', 'ann@x.org', CAST(NULL AS varchar), 'a', BIGINT '1700000000'), "
            + $"('c2', 'bob@x.org', '+15550000002', 'b', 1700100000)) {Columns};\n"
            + "CREATE TABLE tiny_stg.shop_orders_stg AS SELECT * FROM (VALUES (CAST(NULL AS varchar), 'ann@x.org', '+15550000001', 'a', BIGINT '1700200000'), "
            + $"(NULL, NULL, '+15550000001', 'a', 1700100000), (NULL, 'n/a', NULL, 'c', 1700400000)) {Columns}");
        await run.RunAsync(1_735_700_000);
        await run.Project(1).RunAsync(
            $"INSERT INTO tiny_stg.shop_orders_stg SELECT * FROM (VALUES ('c3', 'eve@x.org', CAST(NULL AS varchar), 'd', BIGINT '1700500000')) {Columns}");
        await run.RunAsync(1_735_800_000);
    }

    public Task DisposeAsync()
    {
        _tables.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task How_a_value_joined_its_person()
    {
        var answer = await Questions.ExplainAsync("+15550000001", null);

        Golden.TextMatches(answer.Text, "explain.txt");
        Golden.TextMatches(answer.Mermaid!, "explain.mermaid");
        Golden.TextMatches(answer.Dot!, "explain.dot");
    }

    [Fact]
    public async Task What_would_be_without_a_key() => Golden.TextMatches((await Questions.WithoutKeyAsync("email")).Text, "without_email.txt");

    [Fact]
    public async Task What_would_be_by_the_rules_of_another_file()
    {
        UnificationTableConfig Table(string name) => new()
        {
            Name = name,
            KeyColumns = [new() { Column = "phone", Key = "phone" }, new() { Column = "customer_id", Key = "customer_id" }, new() { Column = "time", Key = "second" }],
        };
        var other = TinyClient.Config(Rules).Unification with
        {
            Keys = [new() { Name = "customer_id" }, new() { Name = "phone" }, new() { Name = "second", ValidRegexp = "^1700[01]" }],
            Tables = [Table("shop_customers"), Table("shop_orders")],
        };

        Golden.TextMatches((await Questions.WithRulesAsync(other, "other.yml")).Text, "other_rules.txt");
    }

    [Fact]
    public async Task Whom_an_exclusion_touches()
    {
        Golden.TextMatches((await Questions.ExcludeAsync("email", ["ann@x.org", "nobody@x.org"], [], null, DateTimeOffset.UnixEpoch)).Text, "exclude_preview.txt");
        Golden.TextMatches((await Questions.ExcludeAsync("email", ["ann@x.org"], ["shop_orders"], "shared", DateTimeOffset.UnixEpoch)).Text, "exclude.txt");
    }

    [Fact]
    public async Task What_the_runs_have_found() => Golden.TextMatches((await Questions.StatsAsync()).Text, "stats.txt");

    [Fact]
    public async Task Too_many_combinations_are_a_sentence_and_no_answer()
    {
        var plan = new IdentityPlanner(PipelineResolver.Resolve(TinyClient.Config(Rules)), TinyClient.Schemas).Plan();
        var reader = new IdentityReader(TablePlatform.Over(_tables, "tiny_stg"), plan, most: 3);

        var error = await Assert.ThrowsAsync<PipelineException>(() => reader.RecordsAsync(CancellationToken.None));

        Assert.Equal(
            "There are more than 3 combinations of keys, too many to be compared on this machine; nothing was compared. Try it on a sample, in another environment.",
            error.Message);
    }
}
