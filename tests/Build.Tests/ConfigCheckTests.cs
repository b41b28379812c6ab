using Cdp.Build.Commands;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;

namespace Cdp.Build.Tests;

public sealed class ConfigCheckTests
{
    [Fact]
    public void A_wrong_configuration_is_answered_in_the_shape_of_a_projects_check()
    {
        using var output = new StringWriter();

        var accepted = new ConfigCheckCommand(output, () => throw new PipelineException("a.yml:2:3: Wrong: so.\nelsewhere", ExitCode.WrongInput))
            .Run("a.yml", asJson: true);

        Assert.False(accepted);
        Assert.Equal(
            """{"accepted":false,"errors":[{"file":"a.yml","line":2,"column":3,"message":"Wrong: so."},{"file":null,"line":null,"column":null,"message":"elsewhere"}],"workflows":[]}""",
            output.ToString().TrimEnd());
    }

    [Fact]
    public void A_right_one_is_told_in_a_line()
    {
        using var output = new StringWriter();

        var accepted = new ConfigCheckCommand(output, Config).Run("a.yml", asJson: false);

        Assert.True(accepted);
        Assert.Equal("✓ a.yml: client acme, source shop (shopify_v2) with 1 object; on local", output.ToString().TrimEnd());
    }

    private static PipelineConfig Config() => new()
    {
        Client = "acme",
        Ingestion = new() { Sources = [new() { SourceName = "shop", Connector = "shopify_v2", Objects = [new() { Name = "orders" }] }] },
        Unification = new() { Name = "customer_360" },
    };
}
