using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Rest;

/// <summary>A project folder as the tar.gz that a push sends: sorted, without times or owners, so that equal files
/// give equal bytes. Dot-files stay at home, as with digdag's own client (spec/digdag.md §1.3).</summary>
internal static class ProjectArchive
{
    /// <exception cref="PlatformException">NothingDeployed: digdag itself would take such a folder.</exception>
    public static byte[] Of(string folder)
    {
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.dig").Length == 0)
        {
            throw Faults.Of(Fault.NothingDeployed, $"the push of {folder}", "there is no workflow");
        }

        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal))
        using (var tar = new TarWriter(zip, TarEntryFormat.Pax))
        {
            foreach (var (name, path) in Files(folder))
            {
                using var content = File.OpenRead(path);
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
                {
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = content,
                });
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Path to text of what an archive holds.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(byte[] archive)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        using var zip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var tar = new TarReader(zip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                using var reader = new StreamReader(entry.DataStream ?? Stream.Null, Encoding.UTF8);
                texts[entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name] = reader.ReadToEnd();
            }
        }

        return texts.ToImmutable();
    }

    private static IEnumerable<(string Name, string Path)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
}
