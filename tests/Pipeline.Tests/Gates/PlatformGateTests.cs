using System.Text.Json.Nodes;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Tests.Fakes;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>Each gate of the platform: passes where all is as it should be, and fails where one thing is not.</summary>
public class PlatformGateTests
{
    private static readonly SampleScope _sample = new(Project.SampleConfig());

    private readonly FakePlatform _platform = new() { Answer = _ => Row("one", 1) };

    [Theory]
    [InlineData(Phase.Ingestion)]
    [InlineData(Phase.HistUnion)]
    [InlineData(Phase.Staging)]
    [InlineData(Phase.Unification)]
    public async Task A_platform_with_all_that_is_read_passes(Phase phase)
    {
        var scope = Ready(phase);
        _platform.Answer = request => request.Sql.StartsWith("SELECT 1", StringComparison.Ordinal) ? Row("one", 1) : NoJson(scope, request);

        Assert.Equal([], (await Look(scope)).Where(o => o.Verdict is not CheckVerdict.Passed || o.Message.Contains("JSON;", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_key_that_is_refused_fails()
    {
        _platform.BeforeList = () => throw new PipelineException("The key is not accepted.", ExitCode.NotAuthorised);

        Assert.Equal("The key is not accepted.", Assert.Single(await Look(Ready(Phase.Staging), "PRE-04")).Message);
    }

    [Fact]
    public async Task A_database_that_must_not_be_created_has_to_be_there()
    {
        var scope = Ready(Phase.Ingestion);
        var strict = scope with
        {
            Pipeline = scope.Pipeline with
            {
                Config = scope.Pipeline.Config with { On = new() { MissingDatabase = CreateOrStop.Stop } },
            },
        };
        await _platform.CreateDatabaseAsync("acme_src", CancellationToken.None);

        Assert.Equal(["acme_config", "acme_stg", "acme_unif"], (await Look(strict, "PRE-05")).Select(o => o.Subject).Order());
        Assert.Equal(CheckVerdict.Passed, Assert.Single(await Look(scope, "PRE-05")).Verdict);
    }

    [Fact]
    public async Task A_table_that_is_missing_fails()
    {
        var scope = Ready(Phase.Staging, t => t.Table != "shop_orders_hist_union");

        Assert.Equal("acme_src.shop_orders_hist_union", Assert.Single(await Look(scope, "PRE-06")).Subject);
    }

    [Fact]
    public async Task A_union_may_lack_one_side_but_not_both()
    {
        var one = await Look(Ready(Phase.HistUnion, t => t.Table != "shop_orders"), "PRE-06");
        _platform.Tables.Clear();
        var both = await Look(Ready(Phase.HistUnion, t => !t.Table.StartsWith("shop_orders", StringComparison.Ordinal)), "PRE-06");

        Assert.DoesNotContain(one, o => o.Subject.Contains("shop_orders", StringComparison.Ordinal));
        Assert.Contains(both, o => o.Subject == "acme_src.shop_orders");
    }

    [Fact]
    public async Task A_table_without_rows_is_a_warning()
    {
        var scope = Ready(Phase.Staging, change: t => t with { RowCount = t.Table == "shop_orders_hist_union" ? 0 : t.RowCount });

        Assert.Equal(CheckVerdict.Warning, Assert.Single(await Look(scope, "PRE-07")).Verdict);
    }

    [Fact]
    public async Task A_table_without_time_fails()
    {
        var scope = Ready(Phase.Staging, change: t => t with { Columns = [.. t.Columns.Where(c => c.Name != "time" || t.Table != "shop_orders_hist_union")] });

        Assert.Contains("no column time of type bigint", Assert.Single(await Look(scope, "PRE-08")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_an_identifier_fails()
    {
        var scope = Ready(Phase.Unification, change: t => t.Table == "crm_events_stg" ? t with { Columns = [new("metric", "varchar"), new("time", "bigint")] } : t);

        Assert.Equal("acme_stg.crm_events_stg", Assert.Single(await Look(scope, "PRE-09")).Subject);
    }

    [Fact]
    public async Task A_column_of_json_is_told()
    {
        var scope = Ready(Phase.Staging);
        _platform.Answer = request => NoJson(scope, request, except: "title");

        Assert.Contains(await Look(scope, "PRE-10"), o => o.Message.StartsWith("Column title holds JSON", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_very_wide_table_is_a_warning()
    {
        var scope = Ready(Phase.Staging, change: t => t.Table == "shop_orders_hist_union"
            ? t with { Columns = [.. t.Columns, .. Enumerable.Range(0, 200).Select(n => new ColumnDescription($"c{n}", "varchar"))] }
            : t);

        Assert.Equal(CheckVerdict.Warning, Assert.Single(await Look(scope, "PRE-11")).Verdict);
    }

    [Fact]
    public async Task A_secret_that_is_not_set_fails_and_one_that_is_set_passes()
    {
        var scope = Ready(Phase.Ingestion);
        var load = scope with { Files = new Dictionary<string, string>(scope.Files) { ["config/x_load.yml"] = "in:\n  token: ${secret:shop.token}\n" } };

        Assert.Contains("Secret shop.token is missing", Assert.Single(await Look(load, "PRE-12")).Message, StringComparison.Ordinal);
        _platform.Secrets["acme_ingestion"] = ["shop.token"];
        Assert.Equal(CheckVerdict.Passed, Assert.Single(await Look(load, "PRE-12")).Verdict);
    }

    [Fact]
    public async Task A_platform_that_answers_wrongly_fails()
    {
        _platform.Answer = _ => Row("one", 2);

        Assert.Equal(CheckVerdict.Failed, Assert.Single(await Look(Ready(Phase.Staging), "PRE-17")).Verdict);
    }

    [Fact]
    public async Task A_column_that_went_away_since_the_union_was_generated_fails()
    {
        var scope = Ready(Phase.HistUnion, change: t => t.Table == "shop_orders" ? t with { Columns = [.. t.Columns.Where(c => c.Name != "email")] } : t);

        Assert.StartsWith("email is no longer there", Assert.Single(await Look(scope, "HU-12")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exclusion_list_of_two_columns_fails()
    {
        var scope = Ready(Phase.Unification);
        _platform.Tables["acme_config"] = [new("acme_config", "exclusion_list", 1, [new("key_value", "varchar"), new("key_name", "varchar")])];

        Assert.Equal(
            ["It has no column tbls: values on the list would not be excluded.", "It has no column note: values on the list would not be excluded."],
            (await Look(scope, "UN-12")).Select(o => o.Message));
    }

    [Fact]
    public async Task A_key_column_that_is_a_list_fails()
    {
        var scope = Ready(Phase.Unification, change: t => t.Table == "shop_orders_stg"
            ? t with { Columns = [.. t.Columns.Select(c => c.Name == "customer_id" ? c with { Type = "array(varchar)" } : c)] }
            : t);

        Assert.Equal("Column customer_id is array(varchar), which cannot be a key.", Assert.Single(await Look(scope, "UN-13")).Message);
    }

    private async Task<IEnumerable<CheckOutcome>> Look(GateScope scope, string? id = null) =>
        await new GateJudge(scope.Pipeline.Config.Validation).LookAsync(id is null ? _sample.Gates.OfPlatform : Gate(id), scope, _platform, CancellationToken.None);

    private static IEnumerable<IPlatformGate> Gate(string id) => [_sample.Gates.OfPlatform.Single(g => g.Info.Id == id)];

    /// <summary>The platform has what the phase reads, but for what the test changes.</summary>
    private GateScope Ready(Phase phase, Func<TableDescription, bool>? keep = null, Func<TableDescription, TableDescription>? change = null)
    {
        var scope = _sample.Of(phase);
        foreach (var database in scope.Schemas.Tables.GroupBy(t => t.Name.Database))
        {
            _platform.Tables[database.Key] =
            [
                .. database.Select(t => new TableDescription(t.Name.Database, t.Name.Table, 1, t.Columns))
                    .Where(keep ?? (_ => true)).Select(change ?? (t => t)),
            ];
        }

        return scope with { Reads = [.. scope.Reads.Where(r => scope.Schemas.Find(r) is not null)] };
    }

    private static QueryResult NoJson(GateScope scope, QueryRequest request, string? except = null)
    {
        var table = scope.Schemas.Tables.First(t => request.Sql.Contains($"\"{t.Name.Table}\"", StringComparison.Ordinal));
        return new(table.Columns, [[.. table.Columns.Select(c => (JsonNode?)JsonValue.Create(c.Name == except ? 3 : 0))]], null, null);
    }

    private static QueryResult Row(string column, int value) => new([new(column, "bigint")], [[JsonValue.Create(value)]], null, null);
}
