using System.Globalization;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Views;

internal static class Marks
{
    public static string Of(EndMark mark) => mark switch
    {
        EndMark.Done => "✓",
        EndMark.Warning => "⚠",
        _ => "✗",
    };

    /// <summary><c>transform_shop, session 12: running, 0:05:00; +orders</c></summary>
    public static string Of(Progress progress) =>
        $"{progress.Workflow}, session {progress.SessionId}: {progress.Status}, {Elapsed(progress.Elapsed)}"
        + (progress.NextLook < TimeSpan.FromSeconds(1) ? string.Empty : $"; checking again in {progress.NextLook.TotalSeconds:0} seconds")
        + (progress.Running.IsEmpty ? string.Empty : $"; {string.Join(", ", progress.Running.Select(task => WithoutWorkflow(progress.Workflow, task)))}");

    /// <summary>The workflow stands in front already; a task of another one, that is waited for, keeps its name.</summary>
    private static string WithoutWorkflow(string workflow, string task) =>
        task.StartsWith($"+{workflow}+", StringComparison.Ordinal) ? task[(workflow.Length + 1)..] : task;

    public static string Took(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");

    /// <summary><c>h:mm:ss</c>, as the seed writes it.</summary>
    public static string Elapsed(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}");
}
