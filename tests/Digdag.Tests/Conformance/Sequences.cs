namespace Cdp.Digdag.Tests.Conformance;

internal static class Sequences
{
    /// <summary>A failed task is the last that runs.</summary>
    public static IEnumerable<string> TakeUntilError(this IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            yield return text;
            if (text.EndsWith(" (config)", StringComparison.Ordinal))
            {
                yield break;
            }
        }
    }
}
