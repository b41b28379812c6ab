using Cdp.Build.CommandLine;
using Cdp.Pipeline;

namespace Cdp.Build.Hosting;

/// <summary>This start of the program: its arguments, its clock, its streams and the way to stop it.</summary>
public sealed class Invocation
{
    internal Invocation(Arguments arguments, CancellationToken cancellation)
    {
        Arguments = arguments;
        Cancellation = cancellation;
        Clock = arguments["now"] is { } now ? new FixedClock(Time("now", now)) : TimeProvider.System;
    }

    internal Arguments Arguments { get; }

    internal CancellationToken Cancellation { get; }

    internal TimeProvider Clock { get; }

    internal Outcome Outcome { get; } = new();

    /// <summary>With a machine's format, stdout is the answer alone; everything else goes to stderr.</summary>
    internal bool AnswerAlone => Arguments["format"] is { } format && format != "table"
        || Arguments["file"]?.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Where what is said to a person goes.</summary>
    internal TextWriter Said => AnswerAlone ? Terminal.Error : Terminal.Output;

    internal bool Interactive =>
        Terminal.InputIsTerminal && Terminal.OutputIsTerminal && !Arguments.Has("no-input") && !InCi && !AnswerAlone;

    internal bool Live => Terminal.OutputIsTerminal && !InCi && !AnswerAlone;

    /// <summary>The folder of build.sh: templates and defaults are found from here.</summary>
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static bool InCi => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && ci != "false";

    internal DateTimeOffset? Moment(string name) => Arguments[name] is { } text ? Time(name, text) : null;

    private static DateTimeOffset Time(string name, string text) =>
        SwitchValues.TryTime(text, out var time)
            ? time
            : throw new PipelineException(
                $"--{name}={text} is not a time. Write it as 2026-01-31T10:00:00Z.", ExitCode.WrongInput);

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")) && Directory.Exists(Path.Combine(folder.FullName, "templates")))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
