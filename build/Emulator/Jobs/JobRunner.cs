using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Emulator.Hosting;
using Cdp.Emulator.Http;
using Cdp.Trino;

namespace Cdp.Emulator.Jobs;

/// <summary>Runs a few jobs at a time and says how each ended; no failure of a job is one of ours.</summary>
internal sealed class JobRunner(JobJournal journal, EmulatorLog log) : IDisposable
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _slots = new(AtOnce);

    /// <param name="started">Told when the job leaves the queue.</param>
    public async Task<Job> RunAsync(Job job, JobRequest request, Func<Job, Job> started, CancellationToken kill)
    {
        try
        {
            await _slots.WaitAsync(kill);
            try
            {
                job = started(job);
                return Succeeded(job, await request.Run(job, kill));
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException)
        {
            return job with { Status = JobStatus.Killed };
        }
        catch (TrinoException ex)
        {
            if (ex.InnerException is { } cause)
            {
                log.Write($"job {job.Id} failed: {ex.Message}: {cause.Message}");
            }

            return Failed(job, new JobError(ex.Message, ex.ErrorName, ex.Line, ex.Column));
        }
        catch (Exception ex) when (ex is ApiException or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            return Failed(job, new JobError(ex.Message));
        }
        catch (Exception ex)
        {
            log.Write($"job {job.Id} failed: {ex}");
            return Failed(job, new JobError($"The emulator failed: {ex.Message} Its log file says more."));
        }
    }

    public void Dispose() => _slots.Dispose();

    private static Job Failed(Job job, JobError error) => job with { Status = JobStatus.Error, Error = error };

    private Job Succeeded(Job job, JobOutcome outcome)
    {
        if (outcome.Rows is { Columns.IsEmpty: false } rows)
        {
            var path = journal.ResultPath(job.Id);
            File.WriteAllLines(path, rows.Rows.Select(Line), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            job = job with { Columns = rows.Columns, ResultSize = new FileInfo(path).Length };
        }

        return job with
        {
            Status = JobStatus.Success,
            Records = outcome.Records,
            UpdateType = outcome.Rows?.UpdateType,
            Warnings = outcome.Warnings,
            UpdateCount = outcome.Rows?.UpdateCount,
        };
    }

    private static string Line(ImmutableArray<JsonNode?> row) =>
        new JsonArray([.. row.Select(value => value?.DeepClone())]).ToJsonString(Responses.Compact);
}
