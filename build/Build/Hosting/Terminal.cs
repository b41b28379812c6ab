using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cdp.Build.Hosting;

/// <summary>The one place that names the console.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "Somebody has to open the streams.")]
internal static class Terminal
{
    public static TextWriter Output { get; } = Writer(Console.OpenStandardOutput());

    public static TextWriter Error { get; } = Writer(Console.OpenStandardError());

    public static bool OutputIsTerminal => !Console.IsOutputRedirected;

    public static bool InputIsTerminal => !Console.IsInputRedirected;

    public static int Width => Console.IsOutputRedirected ? 120 : Math.Max(40, Console.WindowWidth);

    public static TextReader Input => Console.In;

    /// <summary>A line of the keyboard that does not appear on the screen; null at its end.</summary>
    public static string? ReadHidden()
    {
        if (!InputIsTerminal)
        {
            return Input.ReadLine();
        }

        var line = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key is not ConsoleKey.Enter)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                line.Length = Math.Max(0, line.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                line.Append(key.KeyChar);
            }
        }

        return line.ToString();
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
