using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cdp.Digdag.Engine;

/// <summary>
/// An append-only file of JSON lines. A line is either whole or ignored: what a killed process left unfinished at the end
/// is cut off when the file is opened again.
/// </summary>
internal sealed class Journal<T> : IDisposable
    where T : class
{
    private readonly FileStream _file;
    private readonly Lock _gate = new();
    private bool _unsynced;
    private long _length;

    private Journal(FileStream file)
    {
        _file = file;
        _length = file.Length;
    }

    public static JsonSerializerOptions Format { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        RespectNullableAnnotations = false,
        MaxDepth = 512,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Journal<T> Create(string path) => new(Stream(path, FileMode.Create));

    /// <summary>Opens for appending, after cutting off an unfinished last line.</summary>
    public static Journal<T> Append(string path, out List<T> entries)
    {
        entries = Read(path, out var whole);
        var file = Stream(path, FileMode.OpenOrCreate);
        file.SetLength(whole);
        return new(file);
    }

    public static List<T> Read(string path) => Read(path, out _);

    /// <summary>Reaches the system before it returns: a kill of this process cannot lose it any more.</summary>
    public void Write(T entry)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(entry, Format);
        var bytes = new byte[line.Length + 1];
        line.CopyTo(bytes, 0);
        bytes[^1] = (byte)'\n';
        lock (_gate)
        {
            Put(bytes);
            _length += bytes.Length;
            _unsynced = true;
        }
    }

    /// <summary>Reaches the disk before it returns: a power cut cannot lose it any more.</summary>
    public void Sync()
    {
        lock (_gate)
        {
            if (_unsynced)
            {
                _file.Flush(flushToDisk: true);
                _unsynced = false;
            }
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A line that did not fit on the disk is taken back, or the next one would stand behind half a line.</summary>
    private void Put(byte[] line)
    {
        try
        {
            _file.Position = _length;
            _file.Write(line);
        }
        catch (IOException)
        {
            _file.SetLength(_length);
            throw;
        }
    }

    private static FileStream Stream(string path, FileMode mode) =>
        new(path, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    private static List<T> Read(string path, out long whole)
    {
        whole = 0;
        var entries = new List<T>();
        if (!File.Exists(path))
        {
            return entries;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        var text = bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        for (var end = text.Span.IndexOf((byte)'\n'); end >= 0; end = text.Span.IndexOf((byte)'\n'))
        {
            if (Parsed(text.Span[..end]) is not { } entry)
            {
                if (text.Length > end + 1)
                {
                    throw new InvalidDataException($"{path}: entry {entries.Count + 1} is damaged in the middle of the journal.");
                }

                return entries;
            }

            entries.Add(entry);
            text = text[(end + 1)..];
            whole += end + 1;
        }

        return entries;
    }

    private static T? Parsed(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
