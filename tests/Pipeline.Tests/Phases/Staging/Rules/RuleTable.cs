using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging.Rules;

/// <summary>One column of texts through the generated transformation, on the emulator's engine of SQL.</summary>
internal static class RuleTable
{
    /// <summary>The values of <paramref name="output"/>, in the order of <paramref name="texts"/>; NULL is null.</summary>
    /// <param name="column">Name and type of the union's column: <c>email varchar</c>.</param>
    /// <param name="rules">Of the staging block, in YAML: <c>{ country: DE }</c>.</param>
    public static async Task<IReadOnlyList<string?>> CleanAsync(
        string column, IReadOnlyList<string?> texts, string output, string rules = "{}", string columnRules = "{}", SqlEngine engine = SqlEngine.Presto) =>
        [.. (await CleanAllAsync(column, texts, [output], rules, columnRules, engine)).Select(r => r[0])];

    /// <summary>A row for each text, with the values of all <paramref name="outputs"/>.</summary>
    public static async Task<IReadOnlyList<string?[]>> CleanAllAsync(
        string column, IReadOnlyList<string?> texts, string[] outputs, string rules = "{}", string columnRules = "{}", SqlEngine engine = SqlEngine.Presto)
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var name = column.Split(' ')[0];
        var config = Config(name, rules, columnRules, engine);
        var schema = Project.Table("shop_things_hist_union", "n bigint", column);
        var run = new StagingRun(tables, config, new([schema]));
        await FillAsync(tables, name, column[(column.IndexOf(' ') + 1)..], texts);

        var sql = await run.RunAsync(1_735_700_000);

        var rows = (await sql.RunAsync($"SELECT {string.Join(", ", outputs)} FROM shop_things_stg ORDER BY n"))[^1].Rows;
        return [.. rows.Select(r => r.Select(Text).ToArray())];
    }

    private static PipelineConfig Config(string name, string rules, string columnRules, SqlEngine engine)
    {
        var all = Load(rules);
        var table = Load($"{{ tables: [{{ name: shop_things, columns: {{ {name}: {columnRules} }} }}] }}").Staging.Tables;
        return all with { Staging = all.Staging with { Tables = table, Engine = engine } };
    }

    private static PipelineConfig Load(string staging) => Project.Load(
        $$"""
        client: acme
        platform: treasure_data
        ingestion:
          mode: incremental
          start_date: 2024-01-01T00:00:00.000000
          sources:
            - source_name: shop
              connector: shopify_v2
              parameters: { td_authentication_id: "1" }
              objects: [{ name: things, load: full, parameters: { target: products } }]
        staging: {{staging}}
        unification: { name: customer_360, keys: [email] }
        """);

    private static async Task FillAsync(TrinoDatabase tables, string name, string type, IReadOnlyList<string?> texts)
    {
        var rows = texts.Select((t, n) => string.Create(CultureInfo.InvariantCulture, $"({n}, {Literal(t, type)}, 1)"));
        await tables.ExecuteAsync(
            $"CREATE TABLE shop_things_hist_union AS SELECT * FROM (VALUES {string.Join(",\n", rows)}) AS t (n, {name}, time)",
            new QueryContext { Database = "acme_src", Now = DateTimeOffset.UnixEpoch },
            CancellationToken.None);
    }

    private static string Literal(string? text, string type) => text is null
        ? $"CAST(NULL AS {type})"
        : $"CAST('{text.Replace("'", "''", StringComparison.Ordinal)}' AS {type})";

    private static string? Text(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var text) ? text : value?.ToJsonString();
}
