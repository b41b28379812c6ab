using System.Globalization;

namespace Cdp.Emulator.Hosting;

/// <summary>The process' own log file: nobody holds its standard streams, so what it has to say must lie on disk.</summary>
internal sealed class EmulatorLog : IDisposable
{
    public const string FileName = "emulator.log";

    private const long Largest = 5_000_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly StreamWriter _writer;

    private EmulatorLog(StreamWriter writer, TimeProvider time)
    {
        _writer = writer;
        _time = time;
    }

    public static EmulatorLog Open(string folder, TimeProvider time)
    {
        var path = Path.Combine(folder, FileName);
        if (new FileInfo(path) is { Exists: true, Length: > Largest })
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        return new EmulatorLog(new StreamWriter(file) { AutoFlush = true }, time);
    }

    public void Write(string text)
    {
        var now = _time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        lock (_gate)
        {
            _writer.WriteLine($"{now} {text}");
        }
    }

    public void Dispose() => _writer.Dispose();
}
