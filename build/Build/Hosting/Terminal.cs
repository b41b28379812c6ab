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

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
