using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cdp.Build.Hosting;

/// <summary>The pipeline says itself what it does; Cake's headings and its table come with --verbosity=verbose.</summary>
internal sealed class QuietReport(IConsole console, ICakeContext context) : ICakeReportPrinter
{
    private readonly CakeReportPrinter _cake = new(console, context);

    public void Write(CakeReport report)
    {
        if (context.Log.Verbosity >= Verbosity.Verbose)
        {
            _cake.Write(report);
        }
    }

    public void WriteStep(string name, Verbosity verbosity) => _cake.WriteStep(name, Quieter(verbosity));

    public void WriteLifeCycleStep(string name, Verbosity verbosity) => _cake.WriteLifeCycleStep(name, Quieter(verbosity));

    public void WriteSkippedStep(string name, Verbosity verbosity) => _cake.WriteSkippedStep(name, Quieter(verbosity));

    private static Verbosity Quieter(Verbosity verbosity) =>
        verbosity >= Verbosity.Verbose ? verbosity : Verbosity.Quiet;
}
