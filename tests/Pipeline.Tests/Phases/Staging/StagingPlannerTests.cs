using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Staging.Rules;
using Cdp.Pipeline.Resolution;

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
}
