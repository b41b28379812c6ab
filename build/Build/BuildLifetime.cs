using Cake.Core;
using Cake.Frosting;
using Cdp.Build.Hosting;

namespace Cdp.Build;

/// <summary>Nothing before the first task (a dry run comes here too); after the last, what the exit code is to be.</summary>
public sealed class BuildLifetime : FrostingLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ISetupContext info)
    {
    }

    public override void Teardown(BuildContext context, ITeardownContext info)
    {
        context.Release();
        if (info.ThrownException is { } failure)
        {
            context.Invocation.Outcome.Failed(failure);
        }
    }
}
