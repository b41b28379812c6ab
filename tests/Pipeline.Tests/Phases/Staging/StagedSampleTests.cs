using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>The sample's rows through the sample's staging, on the real engine.</summary>
public sealed class StagedSampleTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Every_table_of_the_sample_is_cleaned()
    {
        await SampleTables.FillAsync(_tables);

        var sql = await new StagingRun(_tables, Project.SampleConfig(), SampleSchemas.Combined).RunAsync(1_735_700_000);

        Assert.Equal(559, await sql.NumberAsync("SELECT COUNT(*) FROM shop_customers_stg"));
        Assert.Equal(137, await sql.NumberAsync("SELECT COUNT(*) FROM crm_events_stg"));
        Assert.Equal(
            ["F1|roberta25@smith.net|roberta25@smith.net|TRUE|1971-05-24 00:00:00|43891200|TRUE|basic|7|newsletter|crm"],
            await sql.RowsAsync(
                """
                SELECT id, email, email_std, email_valid, birthday_std, birthday_unixtime, subscribed,
                  properties_loyalty_tier, properties_loyalty_points, array_join(properties_tags, ','), source_system
                FROM crm_profiles_stg WHERE id = 'F1'
                """));
    }
}
