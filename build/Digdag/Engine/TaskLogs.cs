using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cdp.Digdag.Engine;

/// <summary>A text file per task; it can be read while the task runs.</summary>
public sealed class TaskLogs
{
    private readonly string _folder;
    private readonly Lock _gate = new();

    internal TaskLogs(string folder) => _folder = folder;

    /// <summary>The logs of an attempt's tasks, in order of task; <paramref name="taskPrefix"/> restricts them as digdag does.</summary>
    public ImmutableArray<TaskLogFile> List(long attemptId, IEnumerable<TaskView> tasks, string? taskPrefix = null) =>
    [
        .. from task in tasks
           where taskPrefix is null || task.FullName.StartsWith(taskPrefix, StringComparison.Ordinal)
           let file = new FileInfo(PathOf(attemptId, task.Id))
           where file.Exists
           let time = task.StartedAt ?? task.UpdatedAt
           select new TaskLogFile(task.Id, task.FullName, NameOf(task.FullName, time, task.Id), file.Length, time),
    ];

    /// <summary>The whole text so far; empty when the task has written nothing.</summary>
    public string Read(long attemptId, long taskId)
    {
        var path = PathOf(attemptId, taskId);
        if (!File.Exists(path))
        {
            return "";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    internal void Append(long attemptId, long taskId, string text)
    {
        var path = PathOf(attemptId, taskId);
        lock (_gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.AppendAllText(path, text);
        }
    }

    private static string NameOf(string task, DateTimeOffset time, long taskId) =>
        string.Create(CultureInfo.InvariantCulture, $"{task}@{time.ToUnixTimeSeconds():x8}{time.Nanosecond + (time.Millisecond * 1000000):x8}.{taskId}.log.gz");

    private string PathOf(long attemptId, long taskId) =>
        Path.Combine(_folder, attemptId.ToString(CultureInfo.InvariantCulture), taskId.ToString(CultureInfo.InvariantCulture) + ".log");
}
