using System.Text.Json.Nodes;
using Cdp.Pipeline.Identities;
using Cdp.Pipeline.Tests.Fakes;
using Cdp.Pipeline.Tests.Phases;
using Cdp.Pipeline.Tests.Phases.Unification;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Identities;

/// <summary>Questions about persons, asked of tables that the generated workflows have made.</summary>
public sealed class IdentityQuestionsTests : IDisposable
{
    private const string Rules = "id_method: canonical_id";

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Every_value_is_explained_by_records_that_lead_to_its_leader()
    {
        var sql = await UnifiedAsync(Rules);
        var distances = await DistancesAsync(sql);

        foreach (var row in await sql.RowsAsync("SELECT id, id_key_type, leader_id FROM tiny_people_unified_id_lookup"))
        {
            var cells = row.Split('|');
            var key = ((string[])["customer_id", "email", "phone"])[int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) - 1];

            var found = (await Questions(Rules).ExplainAsync(cells[0], key)).Json[0]!;

            var at = (string)found["asked"]!["value"]!;
            foreach (var step in found["path"]!.AsArray())
            {
                var beside = step!["record"]!["keys"]!.AsArray().Select(k => (string)k!["value"]!).ToList();
                Assert.Equal(at, (string)step["from"]!["value"]!);
                Assert.Contains(at, beside);
                at = (string)step["to"]!["value"]!;
                Assert.Contains(at, beside);
            }

            Assert.Equal(cells[2], at);
            Assert.Equal(distances[$"{cells[1]}:{cells[0]}"], found["path"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_value_that_joins_nobody_is_told_why()
    {
        await UnifiedAsync(Rules);
        await Questions(Rules).ExcludeAsync("email", ["p0001@x.org"], [], "a shared box", DateTimeOffset.UnixEpoch);
        await UnifiedAsync(Rules);

        Assert.Equal(
            "'p0001@x.org' joins nobody: it is on the exclusion list as email (a shared box).",
            (await Assert.ThrowsAsync<PipelineException>(() => Questions(Rules).ExplainAsync("p0001@x.org", null))).Message);
        Assert.Contains(
            "does not count as email",
            (await Assert.ThrowsAsync<PipelineException>(() => Questions(Rules).ExplainAsync("n/a", null))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Nobody has the value 'x'",
            (await Assert.ThrowsAsync<PipelineException>(() => Questions(Rules).ExplainAsync("x", null))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graph_comes_as_mermaid_and_as_dot()
    {
        var sql = await UnifiedAsync(Rules);
        var id = (await sql.RowsAsync("SELECT MIN(id) FROM tiny_people_unified_id_lookup WHERE id <> leader_id"))[0];

        var answer = await Questions(Rules).ExplainAsync(id, null);

        Assert.StartsWith("graph LR\n", answer.Mermaid, StringComparison.Ordinal);
        Assert.Contains(" === r", answer.Mermaid, StringComparison.Ordinal);
        Assert.StartsWith("graph person {\n", answer.Dot, StringComparison.Ordinal);
        Assert.Contains("[penwidth=3]", answer.Dot, StringComparison.Ordinal);
        Assert.Contains("How it got there:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_persons_are_those_that_a_run_without_it_finds()
    {
        var sql = await UnifiedAsync(Rules);
        var before = await sql.RowsAsync("SELECT * FROM tiny_people_unified_id_lookup ORDER BY id, id_key_type");

        var answer = (await Questions(Rules).WithoutKeyAsync("phone")).Json;

        Assert.Equal(before, await sql.RowsAsync("SELECT * FROM tiny_people_unified_id_lookup ORDER BY id, id_key_type"));
        Assert.Equal(await PersonsAsync(sql), Number(answer["now"]!["persons"]));
        Assert.NotEmpty(answer["splits"]!.AsArray());
        Assert.Empty(answer["merges"]!.AsArray());
        sql = await UnifiedAsync(Rules, without: ", phone");
        Assert.Equal(await PersonsAsync(sql), Number(answer["then"]!["persons"]));
        Assert.Equal(await sql.NumberAsync("SELECT COUNT(*) FROM tiny_people_unified_id_lookup"), Number(answer["then"]!["identifiers"]));
    }

    [Fact]
    public async Task By_other_rules_the_persons_are_those_that_a_run_with_them_finds()
    {
        const string Other = "id_method: canonical_id; do_not_merge_key: customer_id";
        var sql = await UnifiedAsync(Rules);

        var answer = (await Questions(Rules).WithRulesAsync(TinyClient.Config(Other).Unification, "other.yml"));

        Assert.Contains("With the rules of other.yml; nothing has been changed.", answer.Text, StringComparison.Ordinal);
        sql = await UnifiedAsync(Other);
        Assert.Equal(await PersonsAsync(sql), Number(answer.Json["then"]!["persons"]));
    }

    [Fact]
    public async Task An_exclusion_says_whom_it_touches_and_the_next_run_agrees()
    {
        var sql = await UnifiedAsync(Rules);
        var value = (await sql.RowsAsync("SELECT MAX_BY(leader_id, n) FROM (SELECT leader_id, COUNT(*) n FROM tiny_people_unified_id_lookup GROUP BY 1) t"))[0];
        var members = await sql.RowsAsync($"SELECT id_key_type, id FROM tiny_people_unified_id_lookup WHERE leader_id = '{value}' AND id <> '{value}'");
        var questions = Questions(Rules);

        var preview = (await questions.ExcludeAsync("customer_id", [value], [], note: null, DateTimeOffset.UnixEpoch)).Json;
        Assert.Equal(0, await sql.NumberAsync("SELECT COUNT(*) FROM tiny_config.exclusion_list"));
        await questions.ExcludeAsync("customer_id", [value], [], "test", DateTimeOffset.UnixEpoch);
        await questions.ExcludeAsync("customer_id", [value], [], "test", DateTimeOffset.UnixEpoch);

        Assert.Equal(["test"], await sql.RowsAsync("SELECT note FROM tiny_config.exclusion_list"));
        sql = await UnifiedAsync(Rules);
        var persons = await sql.RowsAsync(
            $"SELECT COUNT(DISTINCT unified_id) FROM tiny_people_unified_id_lookup WHERE {string.Join(" OR ", members.Select(m => $"(id_key_type = {m.Split('|')[0]} AND id = '{m.Split('|')[1]}')"))}");
        Assert.Equal(Number(preview["values"]![0]!["persons_then"]), long.Parse(persons[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, await sql.NumberAsync($"SELECT COUNT(*) FROM shop_orders_stg_enriched WHERE customer_id = '{value}'"));
    }

    [Fact]
    public async Task Statistics_tell_the_runs_and_what_has_drifted()
    {
        await UnifiedAsync(Rules, session: 1_735_700_000);
        await UnifiedAsync(Rules, session: 1_735_800_000, records: 80);

        var answer = await Questions(Rules).StatsAsync();

        var runs = answer.Json["runs"]!.AsArray();
        Assert.Equal(["2025-01-02T06:40:00Z", "2025-01-01T02:53:20Z"], runs.Select(r => (string)r!["time"]!));
        Assert.Contains(answer.Json["drift"]!.AsArray(), d => ((string)d!).StartsWith("values of email: ", StringComparison.Ordinal));
        Assert.Contains("Drift since the run before (more than 20 %):", answer.Text.Replace("20%", "20 %", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private IdentityQuestions Questions(string rules) =>
        new(TablePlatform.Over(_tables, "tiny_stg"), TinyClient.Config(rules), CancellationToken.None);

    private async Task<SqlProject> UnifiedAsync(string rules, long session = 1_735_700_000, int records = 40, string without = "")
    {
        var config = TinyClient.Config(rules);
        if (without.Length > 0)
        {
            config = config with { Unification = config.Unification with { Keys = [.. config.Unification.Keys!.Value.Where(k => !without.Contains(k.Name, StringComparison.Ordinal))] } };
        }

        var run = new UnificationRun(_tables, config, TinyClient.Schemas);
        await run.Project(session).RunAsync(TinyClient.Staging(3, records));
        return await run.RunAsync(session);
    }

    private static Task<long> PersonsAsync(SqlProject sql) =>
        sql.NumberAsync("SELECT COUNT(DISTINCT unified_id) FROM tiny_people_unified_id_lookup");

    private static long Number(JsonNode? node) => node!.GetValue<int>();

    /// <summary>From each identifier to its leader, in records; walked from the leaders outward.</summary>
    private static async Task<Dictionary<string, int>> DistancesAsync(SqlProject sql)
    {
        var records = (await sql.RowsAsync("SELECT customer_id, email, phone FROM tiny_people_prep"))
            .Select(r => r.Split('|').Select((v, n) => (v, n)).Where(c => c.v != "NULL").Select(c => $"{c.n + 1}:{c.v}").ToList()).ToList();
        var distances = (await sql.RowsAsync("SELECT DISTINCT leader_ns, leader_id FROM tiny_people_unified_id_lookup"))
            .ToDictionary(r => r.Replace('|', ':'), _ => 0);
        for (var steps = 1; ; steps++)
        {
            var next = records.Where(r => r.Any(k => distances.TryGetValue(k, out var d) && d == steps - 1)).SelectMany(r => r)
                .Where(k => !distances.ContainsKey(k)).Distinct().ToList();
            if (next.Count == 0)
            {
                return distances;
            }

            next.ForEach(k => distances[k] = steps);
        }
    }
}
