using System.Runtime.InteropServices;
using System.Text;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Files;

/// <summary>The real disk. Text is UTF-8 without a byte order mark.</summary>
public sealed partial class DiskFiles : IFiles
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public bool FileExists(string path) => File.Exists(path);

    public bool FolderExists(string path) => Directory.Exists(path);

    public string ReadText(string path) => File.ReadAllText(path, _utf8);

    public IReadOnlyList<string> List(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]
        : [];

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void WriteDurably(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        stream.Write(_utf8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    public void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(path, flags: 0);
        if (folder >= 0)
        {
            _ = Sync(folder);
            _ = Close(folder);
        }
    }

    public void Append(string path, string text) => File.AppendAllText(path, text, _utf8);

    public void Delete(string path) => File.Delete(path);

    // .NET refuses to open a folder, and only an opened one can be flushed.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
