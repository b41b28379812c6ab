namespace Cdp.Digdag.Tests.Execution;

/// <summary>Recorded cases that run differently here, each with the reason.</summary>
internal static class Exceptions
{
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>();
}
