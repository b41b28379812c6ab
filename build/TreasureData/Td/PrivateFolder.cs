using Cdp.Pipeline;

namespace Cdp.TreasureData.Td;

/// <summary>td's working folder for one call: only we can read it, it holds the td.conf with the key, and it is gone
/// afterwards. What a killed run left behind is removed by the next one (DESIGN, "Secrets on disk").</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "cdp-td-";
    private const string LockName = "owner.lock";

    private readonly FileStream _lock;

    private PrivateFolder(string path)
    {
        Path = path;
        _lock = new FileStream(In(LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public string Path { get; }

    /// <param name="parent">The system's folder for temporary files.</param>
    public static PrivateFolder Create(string parent)
    {
        while (true)
        {
            var path = System.IO.Path.Combine(parent, Prefix + System.Security.Cryptography.RandomNumberGenerator.GetHexString(12, lowercase: true));
            if (!Directory.Exists(path))
            {
                _ = OperatingSystem.IsWindows()
                    ? Directory.CreateDirectory(path)
                    : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                return new(path);
            }
        }
    }

    /// <summary>Removes the folders whose owner is gone: a living one holds its lock.</summary>
    public static void Sweep(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            try
            {
                var lockFile = System.IO.Path.Combine(folder, LockName);
                using (new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                }

                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Somebody's lock is held, another start removed it first, or its owner is just making it.
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's.
            }
        }
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file that only its owner can read, from its first byte on.</summary>
    public void Write(string name, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(In(name), options);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    /// <summary>No blank line and no backslash: td takes a file with one for no configuration at all (spec/td_cli.md §3.1).</summary>
    public void WriteConf(Secret key, Uri endpoint) =>
        Write("td.conf", $"[account]\n  apikey = {key.Value}\n  endpoint = {endpoint.GetLeftPart(UriPartial.Authority)}\n");

    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still dying may be writing; the key at least goes now, the rest at the next start.
            File.Delete(In("td.conf"));
        }
    }
}
