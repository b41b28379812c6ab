using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

internal sealed class ForRangeOperator : IOperator
{
    public bool Retries => false;

    public bool IsImmediate => true;

    public ValueTask<Outcome> RunAsync(OperatorContext context, CancellationToken cancellation)
    {
        _ = Iterations.Body(context);
        var options = new ParamReader(context.Params.ParsedMap("_command"));
        var from = options.Long("from");
        var to = options.Long("to");
        var step = Step(options, from, to);
        Iterations.Check("for_range", from >= to ? 0 : ((to - from) / step) + ((to - from) % step == 0 ? 0 : 1));
        return new(Iterations.Of(context, Ranges(from, to, step)));
    }

    private static long Step(ParamReader options, long from, long to)
    {
        var step = options.LongOrNull("step");
        var slices = options.LongOrNull("slices");
        return (step, slices) switch
        {
            ({ }, { }) => throw TaskFailure.Config("Setting both step and slices options to for_range is invalid"),
            ({ } s, null) => Positive("step", s),
            (null, { } n) => (to - from + Positive("slices", n) - 1) / n is var each && each > 0 ? each : 1,
            _ => throw TaskFailure.Config("step or slices option is required for for_range"),
        };
    }

    private static long Positive(string option, long value) =>
        value >= 1 ? value : throw TaskFailure.Config($"{option} option must be same or greater than 1 but got {value}");

    private static IEnumerable<(string Name, JsonObject Export)> Ranges(long from, long to, long step)
    {
        var index = 0;
        for (var start = from; start < to; start += step)
        {
            var end = Math.Min(start + step, to);
            var range = new JsonObject { ["from"] = start, ["to"] = end, ["index"] = index++ };
            yield return ($"+range-from={start}&to={end}", new JsonObject { ["range"] = range });
        }
    }
}
