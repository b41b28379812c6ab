using Cake.Core;
using Cake.Core.IO;
using Cake.Frosting;
using Cdp.Build.Hosting;
using Cdp.Pipeline;
using Path = System.IO.Path;

namespace Cdp.Build.Tasks;

[TaskName("Bench")]
[TaskDescription("Measure what a task of digdag costs and how persons are found in hurting shapes; --full for a million keys.")]
public sealed class BenchTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        using var process = context.ProcessRunner.Start("dotnet", new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder()
                .Append("run -c Release --project").AppendQuoted(Path.Combine(Invocation.Root, "tests", "Benchmarks"))
                .Append(context.Has("full") ? "-- --full" : string.Empty),
            WorkingDirectory = Invocation.Root,
            RedirectStandardOutput = true,
            RedirectedStandardOutputHandler = line => Tell(context, line),
        });
        process.WaitForExit();
        if (process.GetExitCode() != 0)
        {
            throw new PipelineException("A limit is exceeded; the figures are above. Run it again on a machine that does nothing else.");
        }
    }

    private static string Tell(BuildContext context, string line)
    {
        if (line is not null)
        {
            context.Said.WriteLine(line);
        }

        return line!;
    }
}
