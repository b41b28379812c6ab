using System.Text.Json;

namespace Cdp.Emulator.Jobs;

/// <summary>All jobs, one JSON object a line, the last line about a job counts; their results lie beside it.</summary>
internal sealed class JobJournal : IDisposable
{
    private const string FileName = "jobs.jsonl";

    private readonly string _results;
    private readonly StreamWriter _writer;

    private JobJournal(string folder, StreamWriter writer)
    {
        _results = Path.Combine(folder, "results");
        _writer = writer;
    }

    public static JobJournal Open(string folder, out IReadOnlyList<Job> jobs)
    {
        Directory.CreateDirectory(Path.Combine(folder, "results"));
        var path = Path.Combine(folder, FileName);
        jobs = Read(path);
        var compact = path + ".tmp";
        File.WriteAllLines(compact, jobs.Select(job => JsonSerializer.Serialize(job)));
        File.Move(compact, path, overwrite: true);
        return new JobJournal(folder, new StreamWriter(path, append: true) { AutoFlush = true });
    }

    /// <summary>The rows as TD's <c>format=json</c> gives them: one JSON array a line.</summary>
    public string ResultPath(long id) => Path.Combine(_results, FormattableString.Invariant($"{id}.jsonl"));

    public void Write(Job job) => _writer.WriteLine(JsonSerializer.Serialize(job));

    public void Dispose() => _writer.Dispose();

    private static List<Job> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var jobs = new SortedDictionary<long, Job>();
        foreach (var job in File.ReadLines(path).Select(Parse).OfType<Job>())
        {
            jobs[job.Id] = job;
        }

        return [.. jobs.Values];
    }

    // The last line is cut when the process died while it wrote.
    private static Job? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Job>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
