using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

internal sealed class HostCommand(IServiceCollection services)
{
    public int Run(HostArguments arguments)
    {
        services.AddSingleton<ICakeArguments>(new CakeArguments(arguments.All));
        using var provider = services.BuildServiceProvider();
        var log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = arguments.Verbosity;

        try
        {
            var host = Host(provider, arguments.Mode);
            TaskGraph.Register(provider);
            if (arguments.Exclusive)
            {
                host.Settings.UseExclusiveTarget();
            }

            host.RunTargets(arguments.Targets);
            return 0;
        }
        catch (Exception ex) // the border of the host: Cake prints the message, Program decides the exit code
        {
            return log.LogException(ex);
        }
    }

    private static IScriptHost Host(IServiceProvider provider, HostMode mode) => mode switch
    {
        HostMode.DryRun => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        HostMode.Tree => provider.GetRequiredService<TreeScriptHost>(),
        HostMode.Description => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };
}
