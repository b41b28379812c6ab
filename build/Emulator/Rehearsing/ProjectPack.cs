using System.Formats.Tar;
using System.IO.Compression;
using Cdp.Digdag.Language;

namespace Cdp.Emulator.Rehearsing;

/// <summary>The archive that a push sends: the files that belong to the project, in order of name.</summary>
internal static class ProjectPack
{
    public static byte[] Of(string folder)
    {
        var files = new ProjectFiles(folder);
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var entry in files.Entries().Where(entry => !entry.IsFolder || entry.IsLink))
            {
                tar.WriteEntry(files.FullPath(entry.Path), entry.Path);
            }
        }

        return output.ToArray();
    }
}
