using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Cdp.Build.CommandLine;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Cdp.Build;

/// <summary>The door: checks the command line, lets Cake run the tasks and answers DESIGN's exit codes.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        Arguments arguments;
        try
        {
            arguments = Arguments.Parse(args, TargetList.Names);
        }
        catch (PipelineException ex)
        {
            Terminal.Error.WriteLine(ex.Message);
            return (int)ex.ExitCode;
        }

        if (arguments.Has("help"))
        {
            Help.Write(Terminal.Output, arguments, Terminal.Width);
            return 0;
        }

        using var interrupts = new Interrupts();
        var invocation = new Invocation(arguments, interrupts.Token);
        var code = new CakeHost()
            .ConfigureServices(services => services
                .AddSingleton(invocation)
                .AddSingleton<IConsole>(new CakeOutput(invocation))
                .AddSingleton<ICakeReportPrinter, QuietReport>())
            .UseContext<BuildContext>()
            .UseLifetime<BuildLifetime>()
            .Run(arguments.ForCake());
        var ended = invocation.Outcome.ExitCode(code);
        LastWords.Say(invocation, Terminal.Error);
        return ended;
    }
}
