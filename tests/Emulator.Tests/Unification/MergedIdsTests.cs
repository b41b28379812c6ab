using Cdp.Pipeline.Tests.Phases.Unification;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>An id that is merged by other ids: by our own engine, and by the service from the rules that were generated with it.</summary>
public sealed class MergedIdsTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    /// <summary>Households share an address or a telephone, families a household; persons are merged by families, accounts and their own number.</summary>
    private const string Settings = "id_method: canonical_id; merge_by_keys: [customer_id]; merge_by_canonical_ids: [family, account]; merge_iterations: 8; "
        + "ids: [{ name: family, merge_by_canonical_ids: [household], merge_by_keys: [phone], source_tables: [shop_orders] }, "
        + "{ name: household, merge_by_keys: [email, phone], source_tables: [shop_orders] }, { name: account, merge_by_keys: [phone], source_tables: [shop_customers] }]";

    private const string Master = "[{ name: city, source_columns: [{ table: shop_customers }] }, { name: home, source_canonical_id: household }]";

    private const string Service = """
        +unify:
          http_call>: https://api-cdp.treasuredata.com/unifications/workflow_call
          headers: [{authorization: "${secret:td.apikey}"}, {content-type: application/json}]
          method: POST
          content_format: json
          content:
            run_canonical_ids: true
            full_refresh: true
            unification:
              !include : config/unify.yml
        """;

    private readonly UnifiedEmulator _unified = new(emulator);
    private readonly TempFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Both_engines_find_the_same_persons_and_the_same_of_every_id_before()
    {
        await _unified.DropAsync("tiny_unif", "cdp_unification_people", "tiny_config");
        await WriteAsync();
        await _unified.ExecuteAsync(TinyClient.Staging(11, 40));

        await _unified.SucceedAsync(_project.Path, UnifiedEmulator.NextSession());
        await _unified.SucceedAsync(_project.Path, UnifiedEmulator.NextSession(), "service");

        foreach (var (id, own) in new[] { ("household", "tiny_people_household"), ("account", "tiny_people_account"), ("family", "tiny_people_family"), ("unified_id", "tiny_people_unified_id") })
        {
            var found = await GroupsAsync(id, $"tiny_unif.{own}_lookup", parent => $"tiny_unif.tiny_people_{parent}_lookup");

            Assert.Equal(await GroupsAsync(id, $"cdp_unification_people.{id}_lookup", parent => $"cdp_unification_people.{parent}_lookup"), found);
            Assert.True(id == "account" || found.Exists(g => g.Split(' ').Length > 2), $"Nobody has several values in {id}.");
        }

        await EveryIdIsAColumnAsync();
    }

    private async Task EveryIdIsAColumnAsync()
    {
        Assert.Equal(
            ["[0]"],
            await _unified.RowsAsync("SELECT COUNT(*) FROM tiny_unif.shop_orders_stg_enriched e JOIN tiny_unif.tiny_people_household_lookup l ON l.id = e.email WHERE e.household <> l.household"));
        Assert.Equal(
            ["[1]"],
            await _unified.RowsAsync(
                "SELECT MAX(persons) FROM (SELECT family, COUNT(DISTINCT unified_id) AS persons FROM tiny_unif.shop_orders_stg_enriched WHERE family IS NOT NULL GROUP BY family) t"));
        Assert.NotEqual(["[0]"], await _unified.RowsAsync("SELECT COUNT(home) FROM tiny_unif.tiny_people_master"));
    }

    private async Task WriteAsync()
    {
        foreach (var (path, text) in TinyClient.Files(TinyClient.Config(Settings, Master)))
        {
            _project.Write(path, text);
        }

        _project.Write("service.dig", Service);

        // The service reads ids in any order: here parents come last.
        var file = Path.Combine(_project.Path, "config", "unify.yml");
        var rules = await File.ReadAllTextAsync(file);
        var ids = rules.IndexOf("canonical_ids:\n", StringComparison.Ordinal) + "canonical_ids:\n".Length;
        var blocks = rules[ids..].Split("  - name: ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, blocks.Length);
        await File.WriteAllTextAsync(file, rules[..ids] + string.Concat(blocks.Reverse().Select(b => $"  - name: {b}")));
    }

    /// <summary>The values of each person, ids before it replaced by the values that they stand for.</summary>
    private async Task<List<string>> GroupsAsync(string id, string lookup, Func<string, string> parent)
    {
        var own = $"SELECT id, id_key_type AS t, canonical_id AS p FROM {lookup} WHERE id_key_type <= 3";
        var members = id switch
        {
            "family" => $"{own} UNION ALL SELECT h.id, h.id_key_type, f.canonical_id FROM {lookup} f JOIN {parent("household")} h ON f.id = h.canonical_id AND f.id_key_type = 4",
            "unified_id" => $"{own} UNION ALL SELECT x.id, x.id_key_type, u.canonical_id FROM {lookup} u JOIN {parent("family")} x ON u.id = x.canonical_id AND u.id_key_type = 4 AND x.id_key_type <= 3 "
                + $"UNION ALL SELECT h.id, h.id_key_type, u.canonical_id FROM {lookup} u JOIN {parent("family")} x ON u.id = x.canonical_id AND u.id_key_type = 4 AND x.id_key_type = 4 JOIN {parent("household")} h ON h.canonical_id = x.id "
                + $"UNION ALL SELECT a.id, a.id_key_type, u.canonical_id FROM {lookup} u JOIN {parent("account")} a ON u.id = a.canonical_id AND u.id_key_type = 5",
            _ => own,
        };
        return await _unified.RowsAsync($"SELECT array_join(array_sort(array_agg(DISTINCT CAST(t AS varchar) || id)), ' ') FROM ({members}) m GROUP BY p");
    }
}
