using System.Globalization;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Views;

internal static class Marks
{
    public static string Of(EndMark mark) => mark switch
    {
        EndMark.Done => "✓",
        EndMark.Warning => "⚠",
        _ => "✗",
    };

    public static string Took(TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");

    /// <summary><c>h:mm:ss</c>, as the seed writes it.</summary>
    public static string Elapsed(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}");
}
