using Cdp.Tests;
using Xunit.Abstractions;

namespace Cdp.Digdag.Tests.Conformance;

/// <summary>Runs a comparison over recorded cases, prints <c>N of M</c> and fails with every difference.</summary>
internal static class Tally
{
    /// <param name="difference">What differs, or null when the case behaves as recorded.</param>
    public static void Of(
        string what, IReadOnlyList<DigdagCase> cases, Func<DigdagCase, string?> difference, ITestOutputHelper output)
    {
        var differing = cases.Select(c => (Case: c, Difference: difference(c))).Where(r => r.Difference is not null).ToList();

        output.WriteLine($"{what}: {cases.Count - differing.Count} of {cases.Count}");
        Figures.Say($"digdag-{what.Replace(' ', '-')}", $"{cases.Count - differing.Count} of {cases.Count} cases as recorded");
        Assert.True(
            differing.Count == 0,
            $"{what}: {cases.Count - differing.Count} of {cases.Count}\n" +
            string.Join('\n', differing.Select(d => $"{d.Case}: {d.Difference}")));
    }
}
