namespace Cdp.Emulator.Hosting;

/// <summary>One emulator per folder. The operating system gives the lock back when the owner dies, however it dies.</summary>
internal sealed class InstanceLock : IDisposable
{
    private const string FileName = "emulator.lock";

    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    public static InstanceLock? TryTake(string folder)
    {
        try
        {
            return new InstanceLock(new FileStream(
                Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
