using Cdp.Pipeline;

namespace Cdp.TreasureData.Tests;

public sealed class TdHostsTests
{
    [Theory]
    [InlineData("us", "https://api.treasuredata.com/", "https://api-workflow.treasuredata.com/")]
    [InlineData("eu01", "https://api.eu01.treasuredata.com/", "https://api-workflow.eu01.treasuredata.com/")]
    [InlineData("tokyo", "https://api.treasuredata.co.jp/", "https://api-workflow.treasuredata.co.jp/")]
    public void One_region_gives_every_host(string region, string api, string workflow)
    {
        var hosts = TdHosts.Of(region);

        Assert.Equal((api, workflow), (hosts.Api.ToString(), hosts.Workflow.ToString()));
    }

    [Fact]
    public void Another_region_is_refused_with_those_that_are() =>
        Assert.Contains("us, eu01, tokyo", Assert.Throws<PipelineException>(() => TdHosts.Of("mars")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.treasuredata.com", "https://api-workflow.treasuredata.com/")]
    [InlineData("https://api.eu01.treasuredata.com", "https://api-workflow.eu01.treasuredata.com/")]
    [InlineData("https://api-staging.treasuredata.co.jp", "https://api-staging-workflow.treasuredata.co.jp/")]
    [InlineData("https://api.connect.eu01.treasuredata.com", "https://api-workflow.connect.eu01.treasuredata.com/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public void An_address_gives_every_host(string endpoint, string workflow)
    {
        var hosts = TdHosts.At(new Uri(endpoint));

        Assert.Equal(workflow, hosts.Workflow.ToString());
        Assert.True(hosts.AreKnownToTd);
    }

    [Theory]
    [InlineData("https://api-cdp.eu01.treasuredata.com.example")]
    [InlineData("https://td.example.com")]
    public void Another_host_is_nothing_for_td(string endpoint) => Assert.False(TdHosts.At(new Uri(endpoint)).AreKnownToTd);

    [Fact]
    public void A_key_does_not_travel_in_the_clear() =>
        Assert.Contains("https://", Assert.Throws<PipelineException>(() => TdHosts.At(new Uri("http://api.treasuredata.com"))).Message, StringComparison.Ordinal);
}
