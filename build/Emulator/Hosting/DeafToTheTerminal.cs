using System.Runtime.InteropServices;

namespace Cdp.Emulator.Hosting;

/// <summary>Ctrl-C and a closed terminal are meant for the build, not for us; a polite end (SIGTERM) is heard.</summary>
internal sealed class DeafToTheTerminal : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    public DeafToTheTerminal(Action end) =>
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                end();
            }),
        ];

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
