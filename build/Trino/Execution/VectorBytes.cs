using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using DuckDB.NET.Data.DataChunk.Writer;
using DuckDB.NET.Native;

namespace Cdp.Trino.Execution;

/// <summary>
/// Writes bytes into a result vector. DuckDB.NET's public writer has no way for BLOB and cuts VARCHAR at a NUL
/// character; the engine's own call takes a length, so it is reached through the writer's vector.
/// </summary>
internal static unsafe class VectorBytes
{
    private const int OnStack = 512;

    public static void Write(IDuckDBDataWriter writer, ulong row, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var empty = stackalloc byte[1];
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(
                Vector(writer), row, start is null ? empty : start, bytes.Length);
        }
    }

    [SkipLocalsInit]
    public static void Write(IDuckDBDataWriter writer, ulong row, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= OnStack)
        {
            Span<byte> small = stackalloc byte[OnStack];
            Write(writer, row, small[..Encoding.UTF8.GetBytes(text, small)]);
            return;
        }

        var large = ArrayPool<byte>.Shared.Rent(most);
        Write(writer, row, large.AsSpan(0, Encoding.UTF8.GetBytes(text, large)));
        ArrayPool<byte>.Shared.Return(large);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Vector")]
    private static extern nint Vector(
        [UnsafeAccessorType("DuckDB.NET.Data.DataChunk.Writer.VectorDataWriterBase, DuckDB.NET.Data")] object writer);
}
