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
        Start(context, new ProcessArgumentBuilder()
            .Append("run -c Release --project").AppendQuoted(Path.Combine(Invocation.Root, "tests", "Benchmarks"))
            .Append(context.Has("full") ? "-- --full" : string.Empty));
        if (context.Has("full"))
        {
            Start(context, new ProcessArgumentBuilder()
                .Append("test").AppendQuoted(Path.Combine(Invocation.Root, "Cdp.slnx"))
                .Append("-c Release --nologo -v quiet --filter Category=Measured"));
        }
    }

    private static void Start(BuildContext context, ProcessArgumentBuilder arguments)
    {
        using var process = context.ProcessRunner.Start("dotnet", new ProcessSettings
        {
            Arguments = arguments,
            WorkingDirectory = Invocation.Root,
            EnvironmentVariables = new Dictionary<string, string?> { ["CDP_TEST_SIZE"] = context.Has("full") ? "full" : null },
            RedirectStandardOutput = true,
            RedirectedStandardOutputHandler = line => Tell(context, line),
        });
        process.WaitForExit();
        var isGood = process.GetExitCode() == 0;
        if (context.Has("full"))
        {
            isGood &= Repeated(context);
        }

        if (!isGood)
        {
            throw new PipelineException("A limit is exceeded; the figures are above. Run it again on a machine that does nothing else.");
        }
    }

    /// <summary>A thousand schedules of tasks that are repeated, fail and are resumed; it takes hours.</summary>
    private static bool Repeated(BuildContext context)
    {
        using var process = context.ProcessRunner.Start("dotnet", new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder()
                .Append("test -c Release --filter FullyQualifiedName~RepeatedTasks").AppendQuoted(Path.Combine(Invocation.Root, "tests", "Emulator.Tests")),
            EnvironmentVariables = new Dictionary<string, string?> { ["CDP_SCHEDULES"] = "1000" },
            WorkingDirectory = Invocation.Root,
            RedirectStandardOutput = true,
            RedirectedStandardOutputHandler = line => Tell(context, line),
        });
        process.WaitForExit();
        return process.GetExitCode() == 0;
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
