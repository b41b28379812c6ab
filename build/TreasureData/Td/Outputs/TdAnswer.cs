using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary>The one rule for every output of td: a success is what the output shows, whole and without a word against
/// it; exit code 0 alone is nothing (spec/td_cli.md §0, row 16).</summary>
internal static class TdAnswer
{
    /// <param name="evidence">Null when the output does not show, whole, what was asked for.</param>
    /// <param name="anyText">The output may hold whatever others wrote: a log.</param>
    /// <exception cref="PlatformException">What is wrong, or Crashed or NotUnderstood when nothing says it.</exception>
    public static T Of<T>(TdOutput output, string doing, Func<TdOutput, T?> evidence, bool anyText = false)
        where T : class
    {
        var fault = TdFaults.Of(output);
        if (fault is null && output is { ExitCode: 0, IsWhole: true } && (anyText || output.IsClean) && evidence(output) is { } value)
        {
            return value;
        }

        var (kind, details) = fault ?? TdFaults.Unexplained(output);
        throw Faults.Of(kind, doing, details);
    }
}
