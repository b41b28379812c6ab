using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Emulator.Http;
using Cdp.Emulator.Unification;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>What the service answers must fit into <c>http_call&gt;</c>, however many ids, rounds and tables are asked for.</summary>
public sealed class UnifyAnswerTests
{
    /// <summary>As much as <c>http_call&gt;</c> takes.</summary>
    private const int Most = 64 * 1024;

    [Fact]
    public void No_answer_is_larger_than_http_call_takes()
    {
        var body = Body(ids: 60, tables: 30, rounds: 49);
        Assert.True(Size(body) > Most, "The rules must be more than an answer could hold.");

        var rules = new UnifyReader(body).Read();
        var workflow = new UnifyWorkflow(rules, new string('0', 32));

        var last = rules.Ids[^1];
        var answers = rules.Ids.Select(workflow.Id).Concat(last.Tables.Select(t => workflow.Extract(last, t))).Prepend(workflow.Ids()).ToList();

        Assert.Equal(1 + 60 + 30, answers.Count);
        Assert.InRange(answers.Max(Size), 1, Most);
    }

    [Fact]
    public void An_id_may_be_written_before_those_that_it_is_merged_by()
    {
        var rules = new UnifyReader(Rules("""[{"name": "a", "merge_by_canonical_ids": ["b", "c"]}, {"name": "b", "merge_by_keys": ["k0"], "merge_by_canonical_ids": ["c"]}, {"name": "c", "merge_by_keys": ["k0"]}]""")).Read();

        Assert.Equal(["c", "b", "a"], rules.Ids.Select(i => i.Name));
    }

    [Theory]
    [InlineData("""[{"name": "a", "merge_by_keys": ["k0"], "merge_by_canonical_ids": ["b"]}, {"name": "b", "merge_by_keys": ["k0"], "merge_by_canonical_ids": ["a"]}]""", "The canonical id 'a' is merged by itself.")]
    [InlineData("""[{"name": "a", "merge_by_keys": ["k0"], "merge_by_canonical_ids": ["x"]}]""", "There is no canonical id 'x'.")]
    [InlineData("""[{"name": "a", "merge_by_keys": ["k0"]}, {"name": "a", "merge_by_keys": ["k0"]}]""", "There are two canonical ids 'a'.")]
    public void Ids_that_cannot_be_found_are_refused(string ids, string message) =>
        Assert.Equal(message, Assert.Throws<ApiException>(() => new UnifyReader(Rules(ids)).Read()).Message);

    private static JsonObject Rules(string ids)
    {
        var body = Body(ids: 1, tables: 1, rounds: 3);
        body["unification"]!["canonical_ids"] = JsonNode.Parse(ids);
        return body;
    }

    private static JsonObject Body(int ids, int tables, int rounds) => new()
    {
        ["run_canonical_ids"] = true,
        ["full_refresh"] = true,
        ["unification"] = new JsonObject
        {
            ["name"] = "many",
            ["keys"] = Each(8, n => new() { ["name"] = $"k{n}", ["valid_regexp"] = new string('.', 200), ["invalid_texts"] = Each(127, t => $"nobody at all, whoever it may be, number {t}") }),
            ["tables"] = Each(tables, n => new()
            {
                ["database"] = "stg",
                ["table"] = $"table_{n}",
                ["key_columns"] = Each(8, k => new() { ["column"] = $"column_{k}", ["key"] = $"k{k}" }),
            }),
            ["canonical_ids"] = Each(ids, n => new()
            {
                ["name"] = $"id_{n}",
                ["merge_iterations"] = rounds,
                ["merge_by_keys"] = Each(8, k => $"k{k}"),
                ["merge_by_canonical_ids"] = n == "0" ? new JsonArray() : new JsonArray("id_0"),
            }),
        },
    };

    private static JsonArray Each(int count, Func<string, JsonObject> item) =>
        new([.. Enumerable.Range(0, count).Select(n => (JsonNode)item(n.ToString(CultureInfo.InvariantCulture)))]);

    private static JsonArray Each(int count, Func<string, string> item) =>
        new([.. Enumerable.Range(0, count).Select(n => (JsonNode)item(n.ToString(CultureInfo.InvariantCulture)))]);

    private static int Size(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Responses.Compact).Length;
}
