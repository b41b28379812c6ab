using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Cdp.Emulator.Tests.Workflows;

internal static class TarGz
{
    public static byte[] Of(params (string Name, string Text)[] files)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (name, text) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return output.ToArray();
    }
}
