using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Files;

/// <summary>Files that are whole or not there, and failures of the disk as sentences.</summary>
public sealed class FileStore(IFiles files)
{
    private const int DiskFullUnix = 28;
    private const int DiskFullWindows = 112;

    public bool Exists(string path) => files.FileExists(path);

    public bool FolderExists(string path) => files.FolderExists(path);

    public string ReadText(string path) => Said(path, "read", () => files.ReadText(path));

    public string? TryReadText(string path) => Said(path, "read", () => files.FileExists(path) ? files.ReadText(path) : null);

    public IReadOnlyList<string> List(string folder) => Said(folder, "read", () => files.List(folder));

    /// <summary>Temporary file, flush, rename, flush of the folder: at every instant the old text or the new one.</summary>
    public void WriteText(string path, string text) => Said(path, "written", () =>
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = path + ".tmp";
        files.CreateFolder(folder);
        try
        {
            files.WriteDurably(temporary, text);
            files.Move(temporary, path);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }

        files.SyncFolder(folder);
        return true;
    });

    public void Append(string path, string text) => Said(path, "written", () =>
    {
        files.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        files.Append(path, text);
        return true;
    });

    public void Delete(string path) => Said(path, "deleted", () =>
    {
        files.Delete(path);
        return true;
    });

    private void DeleteQuietly(string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (IOException)
        {
            // The failure that brought us here is the one to tell.
        }
    }

    private static T Said<T>(string path, string verb, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (FileNotFoundException ex)
        {
            throw new PipelineException($"There is no file {path}.", ExitCode.WrongInput, ex);
        }
        catch (DirectoryNotFoundException ex)
        {
            throw new PipelineException($"There is no folder for {path}.", ExitCode.WrongInput, ex);
        }
        catch (UnauthorizedAccessException ex)
        {
            throw new PipelineException(
                $"{path} cannot be {verb}: the system denies access. Check its owner and permissions.", ExitCode.StepFailed, ex);
        }
        catch (IOException ex) when ((ex.HResult & 0xFFFF) is DiskFullUnix or DiskFullWindows)
        {
            throw new PipelineException(
                $"{path} cannot be {verb}: the disk is full. Free some space and run the same command again.", ExitCode.StepFailed, ex);
        }
        catch (IOException ex)
        {
            throw new PipelineException($"{path} cannot be {verb}: {ex.Message}", ExitCode.StepFailed, ex);
        }
    }
}
