using System.Numerics;
using Cdp.Trino.Runtime;
using Cdp.Trino.Translation;

namespace Cdp.Trino.Functions;

/// <summary>Shifts within the width of the type, counting bits, buckets.</summary>
internal static class BitFunctions
{
    private static readonly (string Type, int Bits)[] Widths = [("tinyint", 8), ("smallint", 16), ("integer", 32), ("bigint", 64)];

    public static void AddTo(FunctionTable table)
    {
        foreach (var (type, bits) in Widths)
        {
            foreach (var name in new[] { "bitwise_left_shift", "bitwise_right_shift", "bitwise_right_shift_arithmetic" })
            {
                table.Rewrite($"{name}({type}, bigint) -> {type}", call =>
                    Translation.Sql.Cast($"trino_{name}(CAST({call[0]} AS BIGINT), {call[1]}, CAST({bits} AS BIGINT))", call.Result));
            }
        }

        table.Net("bit_count(bigint, bigint) -> bigint", "bit_count");
        table.Net("width_bucket(double, double, double, bigint) -> bigint", "width_bucket");
        table.Rewrite("width_bucket(double, array(double)) -> bigint", call =>
            $"CASE WHEN len({call[1]}) = 0 THEN {Fail(call, "Bins cannot be an empty array")} WHEN isnan({call[0]}) THEN {Fail(call, "Operand cannot be NaN")} WHEN len(list_filter({call[1]}, lambda b: NOT isfinite(b))) > 0 THEN {Fail(call, "Bin values must be finite")} WHEN list_sort({call[1]}) <> {call[1]} THEN {Sql.RefuseWhen($"list_sort({call[1]}) <> {call[1]}", "width_bucket of bins that are not sorted is not supported locally", call.Result)} WHEN {call[0]} IS NULL THEN NULL ELSE len(list_filter({call[1]}, lambda b: b <= {call[0]})) END");
    }

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<long, long, long, long>("bitwise_left_shift", (value, shift, bits) => shift >= bits ? 0 : Narrow(value << (int)shift, bits));
        sink.Add<long, long, long, long>("bitwise_right_shift", (value, shift, bits) =>
            shift >= bits ? 0 : shift == 0 ? value : (long)((ulong)value & (bits == 64 ? ulong.MaxValue : (1UL << (int)bits) - 1)) >>> (int)shift);
        sink.Add<long, long, long, long>("bitwise_right_shift_arithmetic", (value, shift, bits) =>
            shift >= bits ? (value >= 0 ? 0 : -1) : value >> (int)shift);
        sink.Add<long, long, long>("bit_count", Count);
        sink.Add<double, double, double, long, long>("width_bucket", Bucket);
    }

    private static string Fail(Call call, string message) =>
        Translation.Sql.FailWith("INVALID_FUNCTION_ARGUMENT", message, call.Result);

    private static long Narrow(long value, long bits) => bits switch
    {
        8 => (sbyte)value,
        16 => (short)value,
        32 => (int)value,
        _ => value,
    };

    private static long Count(long value, long bits)
    {
        if (bits is < 2 or > 64)
        {
            throw TrinoFailure.InvalidArgument($"Bits specified in bit_count must be between 2 and 64, got {bits}");
        }

        var low = -(1L << (int)(bits - 1));
        return bits < 64 && (value < low || value > ~low)
            ? throw TrinoFailure.InvalidArgument($"Number must be representable with the bits specified. {value} cannot be represented with {bits} bits")
            : BitOperations.PopCount(bits == 64 ? (ulong)value : (ulong)value & ((1UL << (int)bits) - 1));
    }

    private static long Bucket(double value, double first, double second, long count)
    {
        if (count <= 0)
        {
            throw TrinoFailure.InvalidArgument("bucketCount must be greater than 0");
        }

        if (double.IsNaN(value) || !double.IsFinite(first) || !double.IsFinite(second) || first == second)
        {
            throw TrinoFailure.InvalidArgument(double.IsNaN(value)
                ? "operand must not be NaN"
                : first == second ? "bounds cannot equal each other" : $"{(double.IsFinite(first) ? "second" : "first")} bound must be finite");
        }

        var (lower, upper) = (Math.Min(first, second), Math.Max(first, second));
        var bucket = value < lower ? 0 : value >= upper ? count + 1 : (long)((count * (value - lower) / (upper - lower)) + 1);
        return first > second ? count - bucket + 1 : bucket;
    }
}
