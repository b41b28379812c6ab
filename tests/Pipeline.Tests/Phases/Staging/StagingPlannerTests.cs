using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Staging.Rules;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Tests.Phases.Staging;

public sealed class StagingPlannerTests
{
    [Fact]
    public void A_table_stands_in_a_wave_after_those_it_joins()
    {
        var tables = new StagingPlanner(PipelineResolver.Resolve(Project.SampleConfig()), SampleSchemas.Combined).Tables();

        var waves = DependencyWaves.Of([.. tables.Where(t => t.SourceSystem == "shop")]);

        Assert.Equal(["shop_customers,shop_products", "shop_orders"], waves.Select(w => string.Join(',', w.Select(t => t.Name))));
    }

    [Fact]
    public void Tables_that_wait_for_each_other_are_refused()
    {
        var config = Project.SampleConfig();
        var circle = config with
        {
            Staging = config.Staging with
            {
                Tables = [.. config.Staging.Tables!.Value.Select(t => t.Name == "shop_customers" ? t with { DependsOn = ["shop_orders"] } : t)],
            },
        };
        var tables = new StagingPlanner(PipelineResolver.Resolve(circle), SampleSchemas.Combined).Tables();

        var error = Assert.Throws<PipelineException>(() => DependencyWaves.Of(tables));

        Assert.Contains("wait for each other", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("0 2 * * *", null, 60)]
    [InlineData("0 2 * * *", 0, 0)]
    [InlineData(null, 30, 30)]
    public void Rows_wait_where_a_schedule_starts_the_phase_or_somebody_says_so(string? schedule, int? said, int seconds)
    {
        var config = Project.SampleConfig();
        var tables = Tables(config with { Staging = config.Staging with { Schedule = schedule, SafetyLagSeconds = said } });

        Assert.All(tables, t => Assert.Equal(seconds, t.SafetyLag));
    }

    [Fact]
    public void A_column_that_is_fetched_and_not_there_is_named()
    {
        var config = Project.SampleConfig();
        var wrong = config.Staging.Tables!.Value.Select(t => t with { Joins = [.. t.Joins.Select(j => j with { Columns = ["accept_marketing"] })] });

        var error = Assert.Throws<PipelineException>(() => Tables(config with { Staging = config.Staging with { Tables = [.. wrong] } }));

        Assert.Equal(
            "The staging table shop_orders fetches the column accept_marketing from shop_customers, which has none of that name. Did you mean 'accepts_marketing'? Correct its joins.",
            error.Message);
    }

    [Fact]
    public void What_a_person_is_made_of_finds_room_whatever_its_name()
    {
        var config = Project.SampleConfig();
        var wide = new TableSchema(new("acme_src", "shop_customers_hist_union"), [.. Enumerable.Range(0, 300).Select(n => new Ports.ColumnDescription($"c{n}", "varchar")), .. SampleSchemas.Combined.Find(new("acme_src", "shop_customers_hist_union"))!.Columns]);
        var unification = config.Unification with
        {
            Tables = [.. config.Unification.Tables!.Value.Select(t => t.Name == "shop_customers" ? t with { KeyColumns = [new() { Column = "c297", Key = "email" }] } : t)],
            Master = [new() { Name = "c298", SourceColumns = [new() { Table = "shop_customers", OrderBy = "c299" }] }],
        };
        var schemas = new SchemaCatalog([.. SampleSchemas.Combined.Tables.Where(t => t.Name != wide.Name), wide]);

        var table = new StagingPlanner(PipelineResolver.Resolve(config with { Unification = unification }), schemas).Tables().Single(t => t.Name == "shop_customers");

        Assert.Superset(new HashSet<string> { "c297", "c298", "c299", "accepts_marketing" }, table.Outputs.Kept.Select(o => o.Name).ToHashSet());
        Assert.Contains("c296", table.Outputs.LeftOut.Select(o => o.Name));
    }

    [Fact]
    public void A_setting_of_a_column_that_is_not_there_is_told()
    {
        var config = Project.SampleConfig();
        var slip = config.Staging.Tables!.Value.Select(t => t.Name == "crm_profiles" ? t with { Columns = t.Columns.Add("brithday", new() { Drop = true }) } : t);
        var pipeline = PipelineResolver.Resolve(config with { Staging = config.Staging with { Tables = [.. slip] } });

        Assert.Equal(
            ["staging.tables says something of crm_profiles.brithday, but crm_profiles_hist_union has no such column. Did you mean 'birthday'?"],
            new StagingPhase().Notices(pipeline, SampleSchemas.Combined));
        Assert.Empty(new StagingPhase().Notices(PipelineResolver.Resolve(config), SampleSchemas.Combined));
    }

    [Fact]
    public void A_date_is_ordered_by_its_instant()
    {
        var tables = new StagingPlanner(PipelineResolver.Resolve(Project.SampleConfig()), SampleSchemas.Combined).Tables();

        Assert.Equal("updated_at_unixtime", tables.First(t => t.Name == "shop_orders").OrderColumn("updated_at"));
    }

    [Theory]
    [InlineData("dd.MM.yyyy", "^([0-9]{2})[.]([0-9]{2})[.]([0-9]{4})$")]
    [InlineData("yyyyMMdd HH:mm", "^([0-9]{4})([0-9]{2})([0-9]{2}) +([0-9]{2}):([0-9]{2})$")]
    [InlineData("yyyy-MM-ddTHH:mm:ss", "^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})$")]
    public void Forms_of_dates_become_patterns(string format, string pattern) => Assert.Equal(pattern, DateForm.Parse(format).Pattern);

    [Fact]
    public void A_form_without_a_year_is_refused() =>
        Assert.Contains("year, month and day", Assert.Throws<PipelineException>(() => DateForm.Parse("dd.MM.")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_letter_of_a_form_is_named() =>
        Assert.Contains("'Q'", Assert.Throws<PipelineException>(() => DateForm.Parse("yyyy Q")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DE", "49")]
    [InlineData("+49", "49")]
    [InlineData("us", "1")]
    public void Countries_have_calling_codes(string country, string code) => Assert.Equal(code, CallingCodes.Find(country));

    private static IReadOnlyList<StagingTable> Tables(PipelineConfig config) =>
        new StagingPlanner(PipelineResolver.Resolve(config), SampleSchemas.Combined).Tables();
}
