using System.Globalization;
using Cake.Core;

namespace Cdp.Build.Hosting;

/// <summary>Cake's console: its words go where everything said to a person goes, never into an answer.</summary>
internal sealed class CakeOutput(Invocation invocation) : IConsole
{
    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    /// <summary>What a library says of a task that was stopped is nothing to the person who stopped it; the end tells it (Program).</summary>
    private TextWriter Errors => invocation.Cancellation.IsCancellationRequested ? TextWriter.Null : Terminal.Error;

    public void Write(string format, params object[] arg) => invocation.Said.Write(Text(format, arg));

    public void WriteLine(string format, params object[] arg) => invocation.Said.WriteLine(Text(format, arg));

    public void WriteError(string format, params object[] arg) => Errors.Write(Text(format, arg));

    public void WriteErrorLine(string format, params object[] arg) => Errors.WriteLine(Text(format, arg));

    public void ResetColor()
    {
    }

    private static string Text(string format, object[] arg) =>
        arg is null or { Length: 0 } ? format : string.Format(CultureInfo.InvariantCulture, format, arg);
}
