using System.Formats.Tar;
using System.IO.Compression;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Workflows;

/// <summary>Unpacks what was pushed; nothing may land outside the folder.</summary>
internal static class ProjectArchive
{
    /// <summary>digdag's own, of the archive and of each file in it.</summary>
    private const int Largest = 2_097_152;

    public static void Unpack(byte[] archive, string folder)
    {
        Directory.CreateDirectory(folder);
        if (archive.Length > Largest)
        {
            throw ApiException.BadRequest(FormattableString.Invariant(
                $"Size of the uploaded archive file exceeds limit ({Largest} bytes)"));
        }

        if (archive is not [0x1f, 0x8b, ..])
        {
            throw ApiException.BadRequest("Input is not in the .gz format");
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
            using var tar = new TarReader(gzip);
            while (tar.GetNextEntry() is { } entry)
            {
                Unpack(entry, folder);
            }
        }
        catch (Exception ex) when (ex is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw ApiException.BadRequest($"The archive is damaged: {ex.Message}");
        }
    }

    private static void Unpack(TarEntry entry, string folder)
    {
        var path = Inside(folder, entry.Name);
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(path);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                if (entry.Length > Largest)
                {
                    throw ApiException.BadRequest(FormattableString.Invariant(
                        $"Size of a file in the archive exceeds limit ({entry.Length} > {Largest} bytes): {entry.Name}"));
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                entry.ExtractToFile(path, overwrite: true);
                break;
            case TarEntryType.SymbolicLink:
                Inside(folder, Path.Combine(Path.GetDirectoryName(entry.Name) ?? "", entry.LinkName));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.CreateSymbolicLink(path, entry.LinkName);
                break;
        }
    }

    private static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw ApiException.BadRequest("Bad zip entry");
    }
}
