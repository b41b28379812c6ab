using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Emulator.Hosting;
using Cdp.Emulator.Http;
using Cdp.Trino;

namespace Cdp.Emulator.Jobs;

/// <summary>Issues jobs and remembers all of them, over restarts too.</summary>
internal sealed class JobBoard : IAsyncDisposable
{
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Job> _jobs = [];
    private readonly Dictionary<string, long> _domainKeys = [];
    private readonly Dictionary<long, (CancellationTokenSource Kill, Task Run)> _running = [];
    private readonly JobJournal _journal;
    private readonly TimeProvider _clock;
    private readonly JobRunner _runner;

    private JobBoard(JobJournal journal, TimeProvider clock, EmulatorLog log)
    {
        _journal = journal;
        _clock = clock;
        _runner = new JobRunner(journal, log);
    }

    public int Running
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    /// <param name="findMarker">Tells whether the effect of a job that was running when we died is there.</param>
    public static JobBoard Open(string folder, Func<string, JobMarker?> findMarker, TimeProvider clock, EmulatorLog log)
    {
        var board = new JobBoard(JobJournal.Open(folder, out var jobs), clock, log);
        foreach (var job in jobs)
        {
            board.Put(job);
            if (!job.IsDone)
            {
                board.Record(board.AfterDeath(job, findMarker(job.Marker)));
            }
        }

        return board;
    }

    public Job? Find(long id)
    {
        lock (_gate)
        {
            return _jobs.GetValueOrDefault(id);
        }
    }

    public Job? FindByDomainKey(string key)
    {
        lock (_gate)
        {
            return _domainKeys.TryGetValue(key, out var id) ? _jobs[id] : null;
        }
    }

    /// <summary>Newest first, as td lists them.</summary>
    public IReadOnlyList<Job> All()
    {
        lock (_gate)
        {
            return [.. _jobs.Values.Reverse()];
        }
    }

    public Job Issue(JobRequest request)
    {
        lock (_gate)
        {
            if (request.DomainKey is { } key && _domainKeys.TryGetValue(key, out var existing))
            {
                throw new ApiException(
                    409,
                    "domain_key has already been taken",
                    new JsonObject { ["conflicts_with"] = existing.ToString(CultureInfo.InvariantCulture) });
            }

            var job = new Job
            {
                Id = _jobs.Count == 0 ? 1 : _jobs.Keys.Max() + 1,
                Type = request.Type,
                Database = request.Database,
                Query = request.Query,
                CreatedAt = _clock.GetUtcNow(),
                DomainKey = request.DomainKey,
                Dialect = request.Dialect,
                EngineVersion = request.EngineVersion,
                ScheduledTime = request.ScheduledTime,
                Priority = request.Priority,
                RetryLimit = request.RetryLimit,
                ResultUrl = request.ResultUrl,
            };
            Record(job);
            var kill = new CancellationTokenSource();
            _running[job.Id] = (kill, Task.Run(() => RunAsync(job, request, kill)));
            return job;
        }
    }

    public void Kill(long id)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(id, out var run))
            {
                run.Kill.Cancel();
            }
        }
    }

    /// <returns>Null when the job has not succeeded, or gives no rows.</returns>
    public IEnumerable<string>? Rows(Job job) =>
        job.Status is JobStatus.Success && !job.Columns.IsEmpty && File.Exists(_journal.ResultPath(job.Id))
            ? File.ReadLines(_journal.ResultPath(job.Id))
            : null;

    public async ValueTask DisposeAsync()
    {
        Task[] runs;
        lock (_gate)
        {
            foreach (var (kill, _) in _running.Values)
            {
                kill.Cancel();
            }

            runs = [.. _running.Values.Select(run => run.Run)];
        }

        // What does not let itself be stopped is lost with the process; the next start says so.
        await Task.WhenAny(Task.WhenAll(runs), Task.Delay(LastWait, _clock));
        _journal.Dispose();
        _runner.Dispose();
    }

    private async Task RunAsync(Job job, JobRequest request, CancellationTokenSource kill)
    {
        var ended = await _runner.RunAsync(job, request, Started, kill.Token);
        lock (_gate)
        {
            Record(ended with { EndAt = _clock.GetUtcNow() });
            _running.Remove(job.Id);
            kill.Dispose();
        }
    }

    private Job Started(Job job) => Record(job with { Status = JobStatus.Running, StartAt = _clock.GetUtcNow() });

    private Job AfterDeath(Job job, JobMarker? marker) => marker is null
        ? job with
        {
            Status = JobStatus.Error,
            Lost = true,
            EndAt = _clock.GetUtcNow(),
            Error = new JobError("lost: the emulator ended while this job ran. Issue it again."),
        }
        : job with
        {
            Status = JobStatus.Success,
            EndAt = _clock.GetUtcNow(),
            Records = long.TryParse(marker.Summary, CultureInfo.InvariantCulture, out var records) ? records : null,
        };

    private Job Record(Job job)
    {
        lock (_gate)
        {
            _journal.Write(job);
            Put(job);
            return job;
        }
    }

    private void Put(Job job)
    {
        _jobs[job.Id] = job;
        if (job.DomainKey is not { } key)
        {
            return;
        }

        if (job.Lost)
        {
            _domainKeys.Remove(key);
        }
        else
        {
            _domainKeys[key] = job.Id;
        }
    }
}
