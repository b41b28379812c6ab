using System.Buffers.Binary;
using System.Numerics;

namespace Cdp.Trino.Runtime;

/// <summary>MurmurHash3, 128 bits, the variant for 64-bit machines with seed 0; both halves little-endian.</summary>
internal static class Murmur3
{
    private const ulong C1 = 0x87C37B91114253D5;
    private const ulong C2 = 0x4CF5AD432745937F;

    public static byte[] Hash(byte[] data)
    {
        unchecked
        {
            ulong h1 = 0;
            ulong h2 = 0;
            var rest = data.AsSpan();
            for (; rest.Length >= 16; rest = rest[16..])
            {
                h1 ^= MixFirst(BinaryPrimitives.ReadUInt64LittleEndian(rest));
                h1 = ((BitOperations.RotateLeft(h1, 27) + h2) * 5) + 0x52DCE729;
                h2 ^= MixSecond(BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
                h2 = ((BitOperations.RotateLeft(h2, 31) + h1) * 5) + 0x38495AB5;
            }

            Span<byte> tail = stackalloc byte[16];
            tail.Clear();
            rest.CopyTo(tail);
            h2 ^= MixSecond(BinaryPrimitives.ReadUInt64LittleEndian(tail[8..]));
            h1 ^= MixFirst(BinaryPrimitives.ReadUInt64LittleEndian(tail));

            h1 ^= (ulong)data.Length;
            h2 ^= (ulong)data.Length;
            h1 += h2;
            h2 += h1;
            h1 = Finish(h1);
            h2 = Finish(h2);
            h1 += h2;
            h2 += h1;

            var hash = new byte[16];
            BinaryPrimitives.WriteUInt64LittleEndian(hash, h1);
            BinaryPrimitives.WriteUInt64LittleEndian(hash.AsSpan(8), h2);
            return hash;
        }
    }

    private static ulong MixFirst(ulong k) => unchecked(BitOperations.RotateLeft(k * C1, 31) * C2);

    private static ulong MixSecond(ulong k) => unchecked(BitOperations.RotateLeft(k * C2, 33) * C1);

    private static ulong Finish(ulong k)
    {
        unchecked
        {
            k = (k ^ (k >> 33)) * 0xFF51AFD7ED558CCD;
            k = (k ^ (k >> 33)) * 0xC4CEB9FE1A85EC53;
            return k ^ (k >> 33);
        }
    }
}
