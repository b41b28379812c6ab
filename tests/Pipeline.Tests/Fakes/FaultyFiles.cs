using Cdp.Pipeline.Files;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>The real disk, which fails where a test wants it to.</summary>
internal sealed class FaultyFiles : IFiles
{
    private readonly DiskFiles _disk = new();

    /// <summary>Sees each writing call before it happens: its verb and path. May throw.</summary>
    public Action<string, string> Before { get; set; } = (_, _) => { };

    public static IOException DiskFull { get; } = new("No space left on device", 28);

    public bool FileExists(string path) => _disk.FileExists(path);

    public bool FolderExists(string path) => _disk.FolderExists(path);

    public string ReadText(string path) => _disk.ReadText(path);

    public IReadOnlyList<string> List(string folder) => _disk.List(folder);

    public void CreateFolder(string path) => _disk.CreateFolder(path);

    public void WriteDurably(string path, string text)
    {
        Before("write", path);
        _disk.WriteDurably(path, text);
    }

    public void Move(string from, string to)
    {
        Before("move", to);
        _disk.Move(from, to);
    }

    public void SyncFolder(string path) => _disk.SyncFolder(path);

    public void Append(string path, string text)
    {
        Before("append", path);
        _disk.Append(path, text);
    }

    public void Delete(string path)
    {
        Before("delete", path);
        _disk.Delete(path);
    }
}
