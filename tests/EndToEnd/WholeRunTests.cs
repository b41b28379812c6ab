using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Cdp.Tests;

namespace Cdp.EndToEnd;

public sealed class WholeRunTests(WholeRun run) : IClassFixture<WholeRun>
{
    /// <summary>The key columns of config/pipeline.yml; a key is a node, a record ties its keys together.</summary>
    private static readonly (string Table, (string Column, string Key)[] Keys)[] _tables =
    [
        ("shop_customers_stg", [("email_std", "email"), ("phone_std", "phone"), ("id", "customer_id")]),
        ("shop_orders_stg", [("email_std", "email"), ("customer_id", "customer_id")]),
        ("crm_profiles_stg", [("email_std", "email"), ("phone_number_std", "phone")]),
        ("crm_events_stg", [("email_std", "email"), ("phone_std", "phone")]),
    ];

    [Fact]
    public void The_sample_runs_through_all_four_phases()
    {
        Assert.True(run.First.ExitCode == 0, run.First.Output + run.First.Error);
        Assert.InRange(run.First.Output.Split('\n').Length, 20, 120);
        Assert.Contains("PHASE 4: UNIFICATION - COMPLETE", run.First.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_persons_are_those_of_union_find_over_the_staged_rows()
    {
        var persons = new UnionFind();
        foreach (var (table, keys) in _tables)
        {
            var columns = (await run.QueryAsync("acme_stg", $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'acme_stg' AND table_name = '{table}'"))
                .Select(row => row![0]!.ToString()).ToHashSet();
            var present = keys.Where(k => columns.Contains(k.Column)).ToList();
            foreach (var row in await run.QueryAsync("acme_stg", $"SELECT {string.Join(", ", present.Select(k => k.Column))} FROM {table}"))
            {
                persons.Join([.. present.Zip(row!.AsArray(), (k, value) => (k.Key, Value: value?.ToString()))
                    .Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}:{pair.Value}")]);
            }
        }

        var lookup = run.Build.Query(
            "SELECT COUNT(*), COUNT(DISTINCT leader_id) FROM acme_unif.acme_customer_360_unified_id_lookup")[0]!.AsArray();

        Assert.Equal((persons.Members, persons.Groups), (lookup[0]!.GetValue<int>(), lookup[1]!.GetValue<int>()));
        Figures.Say("sample", string.Create(CultureInfo.InvariantCulture, $"{persons.Members} identifiers, {persons.Groups} people, as union-find has them"));
    }

    [Fact]
    public async Task The_figures_of_the_readme_are_those_of_the_run()
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "..", "..", "README.md"));
        string[] figures =
        [
            $"| rows after staging | {await CountAsync("acme_stg", _tables.Select(t => t.Table).Append("shop_products_stg")):N0} |",
            $"| rows loaded, history and increments | {await CountAsync("acme_src", _raw):N0} |",
            $"| identifiers (e-mails, phones, customer numbers) | {await CountAsync("acme_unif", ["acme_customer_360_unified_id_lookup"]):N0} |",
            $"| people found | {await CountAsync("acme_unif", ["acme_customer_360_master"]):N0} |",
            $"| rows with a `unified_id`: shop customers, shop orders | {await CoverageAsync("shop_customers")} |",
            $"| … CRM events | {await CoverageAsync("crm_events")} |",
            $"| … CRM profiles (a quarter have neither e-mail nor phone) | {await CoverageAsync("crm_profiles")} |",
        ];

        Assert.All(figures, figure => Assert.Contains(figure, readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shop_customers")]
    [InlineData("shop_orders")]
    [InlineData("crm_profiles")]
    [InlineData("crm_events")]
    public async Task An_enriched_table_has_exactly_the_rows_of_its_staging_table(string table) => Assert.Equal(
        await CountAsync("acme_stg", [$"{table}_stg"]),
        await CountAsync("acme_unif", [$"{table}_stg_enriched"]));

    [Fact]
    public void The_same_command_again_does_nothing_and_says_so()
    {
        var before = State();

        var again = run.Build.Run("--target=Unification");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Nothing to do", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    [Fact]
    public void A_fault_in_the_command_line_is_exit_code_two_and_a_held_workspace_six()
    {
        using var held = new FileStream(Path.Combine(run.Build.Workspace, "pipeline.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(2, run.Build.Run("--target=Nothing").ExitCode);
        Assert.Equal(6, run.Build.Run("--target=Staging-Generate", "--exclusive").ExitCode);
    }

    private static readonly string[] _raw =
    [
        "shop_customers", "shop_customers_hist", "shop_orders", "shop_orders_hist", "shop_products",
        "crm_profiles", "crm_profiles_hist", "crm_events", "crm_events_hist",
    ];

    private async Task<long> CountAsync(string database, IEnumerable<string> tables)
    {
        var counts = tables.Select(table => $"(SELECT COUNT(*) FROM {table})");
        return (await run.QueryAsync(database, $"SELECT {string.Join(" + ", counts)}"))[0]![0]!.GetValue<long>();
    }

    private async Task<string> CoverageAsync(string table)
    {
        var share = (await run.QueryAsync("acme_unif", $"SELECT COUNT(unified_id) * 1e2 / COUNT(*) FROM {table}_stg_enriched"))[0]![0]!.GetValue<double>();
        return string.Create(CultureInfo.InvariantCulture, $"{share:0.#} %");
    }

    private string State() => File.ReadAllText(Path.Combine(run.Build.Workspace, "pipeline_state.json"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
