using System.Globalization;

namespace Cdp.Digdag.Engine;

/// <summary>
/// The log of one task. What the task prints stands as it is; what the engine says carries time and level, as in digdag.
/// </summary>
internal sealed class TaskLog(TaskLogs logs, AttemptContext context, long taskId, string taskName, int run)
{
    /// <summary>Takes secrets out of what the engine says; what a program prints is its own affair, as on digdag.</summary>
    public Func<string, string>? Mask { get; set; }

    public void Print(string text) => logs.Print(context.Attempt.Id, taskId, run, text);

    public void Info(string message) => Line("INFO", message);

    public void Warn(string message) => Line("WARN", message);

    public void Error(string message) => Line("ERROR", message);

    private void Line(string level, string message)
    {
        var now = context.Options.Time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss.fff +0000", CultureInfo.InvariantCulture);
        var attempt = context.Attempt;
        message = Mask?.Invoke(message) ?? message;
        var line = $"{now} [{level}] ([1:{attempt.ProjectName}:{attempt.SessionId}:{attempt.Id}]{taskName}): {message}\n";
        logs.Append(context.Attempt.Id, taskId, run, line);
    }
}
