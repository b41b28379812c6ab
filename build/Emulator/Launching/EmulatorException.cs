namespace Cdp.Emulator.Launching;

/// <summary>A failure that we foresaw. Its message is all the user needs; no stack trace is shown.</summary>
public sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
