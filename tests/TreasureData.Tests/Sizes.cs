namespace Cdp.TreasureData.Tests;

/// <summary>Measures have a size for every run of the tests, and a full one for <c>--target=Bench --full</c>.</summary>
internal static class Sizes
{
    public static int Of(int usual, int full) => Environment.GetEnvironmentVariable("CDP_TEST_SIZE") is "full" ? full : usual;
}
