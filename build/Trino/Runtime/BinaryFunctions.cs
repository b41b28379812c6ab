using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cdp.Trino.Runtime;

/// <summary>Functions over varbinary: digests, keyed digests, byte orders, UTF-8.</summary>
internal static class BinaryFunctions
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<byte[], byte[]>("md5", MD5.HashData);
        sink.Add<byte[], byte[]>("sha1", SHA1.HashData);
        sink.Add<byte[], byte[]>("sha256", SHA256.HashData);
        sink.Add<byte[], byte[]>("sha512", SHA512.HashData);
        sink.Add<byte[], byte[], byte[]>("hmac_md5", (data, key) => HMACMD5.HashData(Key(key), data));
        sink.Add<byte[], byte[], byte[]>("hmac_sha1", (data, key) => HMACSHA1.HashData(Key(key), data));
        sink.Add<byte[], byte[], byte[]>("hmac_sha256", (data, key) => HMACSHA256.HashData(Key(key), data));
        sink.Add<byte[], byte[], byte[]>("hmac_sha512", (data, key) => HMACSHA512.HashData(Key(key), data));
        sink.Add<byte[], long>("crc32", data => Checksums.Crc32(data));
        sink.Add<byte[], byte[]>("xxhash64", data => BigEndian(unchecked((long)XxHash64.Hash(data))));
        sink.Add<byte[], byte[]>("murmur3", Murmur3.Hash);
        sink.Add<long, byte[]>("to_big_endian_64", BigEndian);
        sink.Add<int, byte[]>("to_big_endian_32", BigEndian);
        sink.Add<byte[], long>("from_big_endian_64", data => BinaryPrimitives.ReadInt64BigEndian(Sized(data, 8)));
        sink.Add<byte[], int>("from_big_endian_32", data => BinaryPrimitives.ReadInt32BigEndian(Sized(data, 4)));
        sink.Add<double, byte[]>("to_ieee754_64", value => BigEndian(BitConverter.DoubleToInt64Bits(Canonical(value))));
        sink.Add<float, byte[]>("to_ieee754_32", value => BigEndian(BitConverter.SingleToInt32Bits(Canonical(value))));
        sink.Add<byte[], double>("from_ieee754_64", data => BinaryPrimitives.ReadDoubleBigEndian(Sized(data, 8)));
        sink.Add<byte[], float>("from_ieee754_32", data => BinaryPrimitives.ReadSingleBigEndian(Sized(data, 4)));
        sink.Add<string, byte[]>("to_utf8", Encoding.UTF8.GetBytes);
        sink.Add<byte[], string>("from_utf8", data => Utf8.Repair(data, "\uFFFD"));
        sink.Add<byte[], string, string>("from_utf8_with", Utf8.RepairWith);
        sink.Add<byte[], long, string>("from_utf8_with_code_point", (bytes, point) => System.Text.Rune.IsValid((int)Math.Clamp(point, -1, int.MaxValue))
            ? Utf8.RepairWith(bytes, new System.Text.Rune((int)point).ToString())
            : throw TrinoFailure.InvalidArgument("Invalid replacement character"));
        sink.Add<byte[], byte[]>("reverse_binary", data => [.. data.Reverse()]);
        sink.Add<byte[], long, byte[]>("substr_binary", (data, start) => Substring(data, start, long.MaxValue));
        sink.Add<byte[], long, long, byte[]>("substr_binary", Substring);
        sink.Add<byte[], long, byte[], byte[]>("lpad_binary", (data, size, pad) => Pad(data, size, pad, left: true));
        sink.Add<byte[], long, byte[], byte[]>("rpad_binary", (data, size, pad) => Pad(data, size, pad, left: false));
        Encodings.AddTo(sink);
    }

    public static byte[] BigEndian(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>1-based; a negative start counts from the end; anything outside gives no bytes.</summary>
    private static byte[] Substring(byte[] data, long start, long length)
    {
        var first = start > 0 ? start - 1 : start + data.Length;
        return start == 0 || first < 0 || first >= data.Length || length <= 0
            ? []
            : data[(int)first..(int)Math.Min(data.Length, length > data.Length ? data.Length : first + length)];
    }

    private static byte[] Pad(byte[] data, long size, byte[] pad, bool left)
    {
        if (size is < 0 or > int.MaxValue)
        {
            throw TrinoFailure.InvalidArgument("Target length must be in the range [0..2147483647]");
        }

        if (pad.Length == 0)
        {
            throw TrinoFailure.InvalidArgument("Padding bytes must not be empty");
        }

        if (size <= data.Length)
        {
            return data[..(int)size];
        }

        var fill = new byte[size - data.Length];
        for (var index = 0; index < fill.Length; index++)
        {
            fill[index] = pad[index % pad.Length];
        }

        return left ? [.. fill, .. data] : [.. data, .. fill];
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Key(byte[] key) =>
        key.Length > 0 ? key : throw new TrinoFailure("GENERIC_INTERNAL_ERROR", "Empty key");

    private static byte[] Sized(byte[] data, int size) => data.Length == size
        ? data
        : throw TrinoFailure.InvalidArgument($"expected {size}-byte input, but got instead: {data.Length}");

    private static double Canonical(double value) => double.IsNaN(value) ? BitConverter.Int64BitsToDouble(0x7ff8L << 48) : value;

    private static float Canonical(float value) => float.IsNaN(value) ? BitConverter.Int32BitsToSingle(0x7fc0 << 16) : value;
}
