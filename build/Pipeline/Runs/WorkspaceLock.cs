using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Cdp.Pipeline.Runs;

/// <summary>One process per workspace. On this host the system's own file lock says who lives; from other hosts a heartbeat does.</summary>
public sealed class WorkspaceLock : IDisposable
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly FileStream _held;
    private readonly string _ownerFile;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _since;
    private readonly ITimer _timer;

    private WorkspaceLock(FileStream held, string ownerFile, TimeProvider clock)
    {
        _held = held;
        _ownerFile = ownerFile;
        _clock = clock;
        _since = clock.GetUtcNow();
        Beat();
        _timer = clock.CreateTimer(_ => Beat(), null, _beat, _beat);
    }

    /// <param name="clock">The real one, also where the run has a fixed one.</param>
    public static WorkspaceLock Take(Workspace workspace, TimeProvider clock)
    {
        FileStream held;
        try
        {
            Directory.CreateDirectory(workspace.Root);
            held = new FileStream(workspace.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(workspace.LockFile))
        {
            throw Held(workspace, ReadOwner(workspace.OwnerFile), clock);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(
                $"The workspace {workspace.Root} cannot be used: {ex.Message} Check its owner and permissions, or name another with --workspace=DIR.",
                ExitCode.StepFailed,
                ex);
        }

        if (ReadOwner(workspace.OwnerFile) is { } owner
            && owner.Host != Environment.MachineName
            && clock.GetUtcNow() - owner.HeartbeatAt < _lease)
        {
            held.Dispose();
            throw Held(workspace, owner, clock);
        }

        return new(held, workspace.OwnerFile, clock);
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            TryDelete(_ownerFile);
            _held.Dispose();
        }
    }

    private static PipelineException Held(Workspace workspace, Owner? owner, TimeProvider clock)
    {
        var who = owner is null
            ? "another process"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"process {owner.Pid} on {owner.Host}, since {(clock.GetUtcNow() - owner.Since).TotalSeconds:0} s");
        return new(
            $"The workspace {workspace.Root} is held by {who}. Wait for it, stop it, or use another --workspace.", ExitCode.WorkspaceHeld);
    }

    private static Owner? ReadOwner(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Owner>(File.ReadAllText(file), StateFile.Format) : null;
        }
        catch (Exception ex) when (ex is JsonException or IOException)
        {
            return null; // written this very moment, or torn by a crash: the file lock decides
        }
    }

    private void Beat()
    {
        lock (_gate)
        {
            if (!_held.CanWrite)
            {
                return;
            }

            var owner = new Owner(Environment.ProcessId, Environment.MachineName, _since, _clock.GetUtcNow());
            try
            {
                File.WriteAllText(_ownerFile + ".tmp", JsonSerializer.Serialize(owner, StateFile.Format));
                File.Move(_ownerFile + ".tmp", _ownerFile, overwrite: true);
            }
            catch (IOException ex)
            {
                Trace.TraceWarning(ex.Message); // a full disk stops the run at its next step, not here
            }
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (IOException)
        {
            // An owner's file without its lock is nobody's.
        }
    }

    private sealed record Owner(int Pid, string Host, DateTimeOffset Since, DateTimeOffset HeartbeatAt);
}
