namespace Cdp.Pipeline.Ports;

/// <summary>The disk, as little of it as is needed. Throws what .NET throws; <c>FileStore</c> makes sentences of it.</summary>
/// <remarks>All writing of this project goes through here, so that a full disk can be had in a test.</remarks>
public interface IFiles
{
    bool FileExists(string path);

    bool FolderExists(string path);

    string ReadText(string path);

    /// <summary>Files below the folder, relative, with <c>/</c>, in ordinal order; none when there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    void CreateFolder(string path);

    /// <summary>Writes a new file and flushes it to the device.</summary>
    void WriteDurably(string path, string text);

    /// <summary>Renames, replacing what is there: the one step that cannot be seen half done.</summary>
    void Move(string from, string to);

    /// <summary>Flushes the folder's entries to the device, where the system can.</summary>
    void SyncFolder(string path);

    void Append(string path, string text);

    void Delete(string path);
}
