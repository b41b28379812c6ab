namespace Cdp.Emulator.Launching;

/// <summary>A failure that we foresaw. Its message is all the user needs; no stack trace is shown.</summary>
public class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>What was asked for cannot be meant: a workflow that is not there, a time that is none.</summary>
public sealed class EmulatorInputException(string message) : EmulatorException(message);
