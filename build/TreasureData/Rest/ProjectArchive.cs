using System.Formats.Tar;
using System.IO.Compression;

namespace Cdp.TreasureData.Rest;

/// <summary>A project folder as the tar.gz that a push sends: sorted, without times or owners, so that equal files
/// give equal bytes. Dot-files stay at home, as with digdag's own client (spec/digdag.md §1.3).</summary>
internal static class ProjectArchive
{
    public static byte[] Of(string folder)
    {
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

    private static IEnumerable<(string Name, string Path)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
}
