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
}
