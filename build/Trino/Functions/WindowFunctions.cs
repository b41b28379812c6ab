namespace Cdp.Trino.Functions;

/// <summary>Functions that stand only before OVER.</summary>
internal static class WindowFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Window("row_number() -> bigint", call => call.Aggregate("row_number"));
        table.Window("rank() -> bigint", call => call.Aggregate("rank"));
        table.Window("dense_rank() -> bigint", call => call.Aggregate("dense_rank"));
        table.Window("percent_rank() -> double", call => call.Aggregate("percent_rank"));
        table.Window("cume_dist() -> double", call => call.Aggregate("cume_dist"));
        table.Window("ntile(bigint) -> bigint", call => call.Aggregate("ntile", call[0]));
        table.Window("first_value(E) -> E", call => call.Aggregate("first_value", call[0]));
        table.Window("last_value(E) -> E", call => call.Aggregate("last_value", call[0]));
        table.Window("nth_value(E, bigint) -> E", call => call.Aggregate("nth_value", call[0], call[1]));
        foreach (var name in new[] { "lag", "lead" })
        {
            table.Window($"{name}(E) -> E", call => call.Aggregate(name, call[0]));
            table.Window($"{name}(E, bigint) -> E", call => call.Aggregate(name, call[0], call[1]));
            table.Window($"{name}(E, bigint, E) -> E", call => call.Aggregate(name, call[0], call[1], call[2]));
        }
    }
}
