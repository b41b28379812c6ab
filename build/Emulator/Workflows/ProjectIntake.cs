using System.Security.Cryptography;
using System.Text;
using Cdp.Digdag.Engine;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Workflows;

#pragma warning disable CA3003 // FolderName leaves nothing of a name that could lead elsewhere

/// <param name="Clear">Workflows whose schedules start anew, enabled.</param>
/// <param name="Skip">Do not touch schedules.</param>
internal sealed record ScheduleSwitches(IReadOnlyList<string> Clear, bool ClearAll, bool Skip)
{
    public bool Clears(string workflow) => ClearAll || Clear.Contains(workflow);
}

internal sealed record Push(
    string Project, string Revision, byte[] Archive, DateTimeOffset? ScheduleFrom, ScheduleSwitches Switches);

/// <summary>Takes a pushed archive: unpacked, checked as digdag checks it, and only then a revision.</summary>
internal sealed class ProjectIntake(WorkflowStore store, ProjectSchedules schedules, string folder) : IDisposable
{
    private const int LongestFolderName = 200;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The archive as it was pushed lies beside the unpacked files.</summary>
    public static string ArchiveOf(Revision revision) => revision.Folder + ".tar.gz";

    public async Task<Project> PushAsync(Push push, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await TakeAsync(push, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Project> TakeAsync(Push push, CancellationToken cancellation)
    {
        if (store.FindProject(push.Project) is { } known && store.FindRevision(known.Id, push.Revision) is not null)
        {
            throw ApiException.Conflict(FormattableString.Invariant(
                $"Resource already exists: revision={push.Revision} in project id={known.Id}"));
        }

        if (push.Project.Contains('/', StringComparison.Ordinal))
        {
            // digdag's words: it names a temporary file after the project.
            throw ApiException.BadRequest("Invalid prefix or suffix");
        }

        var target = Path.Combine(folder, FolderName(push.Project), FolderName(push.Revision));
        var incoming = target + ".incoming";
        DeleteFolder(incoming);
        try
        {
            ProjectArchive.Unpack(push.Archive, incoming);
            var workflows = PushedProject.Read(push.Project, incoming);
            DeleteFolder(target);
            Directory.Move(incoming, target);
            await File.WriteAllBytesAsync(target + ".tar.gz", push.Archive, cancellation);
            var (project, revision) = store.Push(new PushRequest(
                push.Project, push.Revision, target, Convert.ToBase64String(MD5.HashData(push.Archive)), workflows));
            schedules.Take(project, revision, push.ScheduleFrom, push.Switches);
            return project;
        }
        finally
        {
            DeleteFolder(incoming);
        }
    }

    // Names of projects and revisions are nearly free, those of folders are not.
    private static string FolderName(string name) => Uri.EscapeDataString(name) switch
    {
        { Length: > LongestFolderName } escaped =>
            $"{escaped[..(LongestFolderName / 2)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}",
        var escaped when escaped.Trim('.').Length == 0 => escaped.Replace(".", "%2E", StringComparison.Ordinal),
        var escaped => escaped,
    };

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
