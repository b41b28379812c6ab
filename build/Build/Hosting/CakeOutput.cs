using System.Globalization;
using Cake.Core;

namespace Cdp.Build.Hosting;

/// <summary>Cake's console: its words go where everything said to a person goes, never into an answer.</summary>
internal sealed class CakeOutput(Invocation invocation) : IConsole
{
    /// <summary>What a library says of a task that was stopped; the person who stopped it knows.</summary>
    private static readonly string[] _ofCancelling =
        ["An error occurred when executing task", "A task was canceled", "The operation was canceled"];

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg) => invocation.Said.Write(Text(format, arg));

    public void WriteLine(string format, params object[] arg) => invocation.Said.WriteLine(Text(format, arg));

    public void WriteError(string format, params object[] arg) => Terminal.Error.Write(Text(format, arg));

    public void WriteErrorLine(string format, params object[] arg)
    {
        var text = Text(format, arg);
        if (!(invocation.Cancellation.IsCancellationRequested && _ofCancelling.Any(text.Contains)))
        {
            Terminal.Error.WriteLine(text);
        }
    }

    public void ResetColor()
    {
    }

    private static string Text(string format, object[] arg) =>
        arg is null or { Length: 0 } ? format : string.Format(CultureInfo.InvariantCulture, format, arg);
}
