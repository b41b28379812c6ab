using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Cdp.Digdag.Engine;

/// <summary>A text file for each run of a task that wrote something; it can be read while the task runs.</summary>
public sealed class TaskLogs
{
    private readonly string _folder;
    private readonly Lock _gate = new();
    private readonly HashSet<long> _made = [];

    internal TaskLogs(string folder) => _folder = folder;

    /// <summary>The logs of an attempt in order of task and run; <paramref name="taskPrefix"/> restricts them as digdag does.</summary>
    public ImmutableArray<TaskLogFile> List(long attemptId, IEnumerable<TaskView> tasks, string? taskPrefix = null)
    {
        var folder = new DirectoryInfo(FolderOf(attemptId));
        if (!folder.Exists)
        {
            return [];
        }

        var files = folder.EnumerateFiles("*.log").ToLookup(f => long.Parse(f.Name.Split('.')[0], CultureInfo.InvariantCulture));
        return
        [
            .. from task in tasks
               where taskPrefix is null || task.FullName.StartsWith(taskPrefix, StringComparison.Ordinal)
               from file in files[task.Id].OrderBy(RunOf)
               select Describe(task, file),
        ];
    }

    /// <summary>The text so far.</summary>
    public string Read(long attemptId, TaskLogFile file) => Read(PathOf(attemptId, file.TaskId, file.Run));

    /// <summary>All runs of a task, one after another; empty when it wrote nothing.</summary>
    public string Read(long attemptId, long taskId)
    {
        var folder = new DirectoryInfo(FolderOf(attemptId));
        return folder.Exists
            ? string.Concat(folder.EnumerateFiles($"{taskId}.*.log").OrderBy(RunOf).Select(f => Read(f.FullName)))
            : "";
    }

    /// <summary>What the task itself printed in one run, without what the engine said.</summary>
    public string Printed(long attemptId, TaskLogFile file) => Read(PrintedPathOf(PathOf(attemptId, file.TaskId, file.Run)));

    /// <summary>The same of all its runs.</summary>
    public string Printed(long attemptId, TaskView task) =>
        string.Concat(List(attemptId, [task]).Select(file => Printed(attemptId, file)));

    internal void Print(long attemptId, long taskId, int run, string text)
    {
        lock (_gate)
        {
            Append(attemptId, taskId, run, text);
            File.AppendAllBytes(PrintedPathOf(PathOf(attemptId, taskId, run)), Encoding.UTF8.GetBytes(text));
        }
    }

    internal void Append(long attemptId, long taskId, int run, string text)
    {
        lock (_gate)
        {
            if (_made.Add(attemptId))
            {
                Directory.CreateDirectory(FolderOf(attemptId));
            }

            File.AppendAllBytes(PathOf(attemptId, taskId, run), Encoding.UTF8.GetBytes(text));
        }
    }

    private static string Read(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static int RunOf(FileInfo file) => int.Parse(file.Name.Split('.')[1], CultureInfo.InvariantCulture);

    private static TaskLogFile Describe(TaskView task, FileInfo file)
    {
        var run = RunOf(file);
        var time = new DateTimeOffset(file.CreationTimeUtc, TimeSpan.Zero);
        var nanos = time.Ticks % TimeSpan.TicksPerSecond * 100;
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{task.FullName}@{time.ToUnixTimeSeconds():x8}{nanos:x8}.{task.Id}-{run}@emulator.log.gz");
        return new(task.Id, run, task.FullName, name, file.Length, time);
    }

    private static string PrintedPathOf(string log) => Path.ChangeExtension(log, ".out");

    private string FolderOf(long attemptId) => Path.Combine(_folder, attemptId.ToString(CultureInfo.InvariantCulture));

    private string PathOf(long attemptId, long taskId, int run) =>
        Path.Combine(FolderOf(attemptId), string.Create(CultureInfo.InvariantCulture, $"{taskId}.{run}.log"));
}
