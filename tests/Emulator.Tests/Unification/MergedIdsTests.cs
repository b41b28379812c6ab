using Cdp.Pipeline.Tests.Phases.Unification;

namespace Cdp.Emulator.Tests.Unification;

/// <summary>The service's ids that are merged by other ids; the configuration has none, and says that keys do the same.</summary>
public sealed class MergedIdsTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly UnifiedEmulator _unified = new(emulator);
    private readonly TempFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task An_id_merged_by_ids_joins_what_their_keys_join()
    {
        await _unified.DropAsync("tiny_service", "cdp_unification_people", "tiny_config");
        UnifiedEmulator.Write(_project, "id_method: canonical_id; engine: hosted; target_database: tiny_service; update_strategy: full; merge_iterations: 6");
        var file = Path.Combine(_project.Path, "config", "unify.yml");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(
            "\ncanonical_ids:\n",
            """

            canonical_ids:
              - {name: household, merge_by_keys: [email, phone], merge_iterations: 6}
              - {name: family, merge_by_keys: [customer_id], merge_by_canonical_ids: [household], merge_iterations: 6}

            """,
            StringComparison.Ordinal));
        Assert.NotEqual(text, await File.ReadAllTextAsync(file));
        await _unified.ExecuteAsync(TinyClient.Staging(1, 40));

        foreach (var workflow in (string[])["dynmic_prep_creation", "id_unification"])
        {
            var run = await _unified.RunAsync(_project.Path, UnifiedEmulator.NextSession(), workflow);
            Assert.True(run.Status == "success", string.Join('\n', run.Tasks.Where(t => t.Failed).Select(t => $"{t.FullName}: {t.Error["message"]}")));
        }

        const string Lookups = "FROM cdp_unification_people.household_lookup h JOIN cdp_unification_people.family_lookup f ON f.id = h.canonical_id AND f.id_key_type = 4 ";
        var family = await Groups($"SELECT h.id, h.id_key_type AS t, f.canonical_id AS p {Lookups}UNION ALL "
            + "SELECT id, id_key_type, canonical_id FROM cdp_unification_people.family_lookup WHERE id_key_type = 1");
        var keys = await Groups("SELECT id, id_key_type AS t, canonical_id AS p FROM cdp_unification_people.unified_id_lookup");
        var household = await Groups("SELECT id, id_key_type AS t, canonical_id AS p FROM cdp_unification_people.household_lookup");

        Assert.Equal(keys, family);
        Assert.True(keys.Count > 1 && !keys.SequenceEqual(household));
    }

    /// <summary>The values of each person, without ids.</summary>
    private Task<List<string>> Groups(string members) =>
        _unified.RowsAsync($"SELECT array_join(array_agg(CAST(t AS varchar) || id ORDER BY t, id), ' ') FROM ({members}) GROUP BY p");
}
