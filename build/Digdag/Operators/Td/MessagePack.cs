using System.Buffers.Binary;
using System.Text;

namespace Cdp.Digdag.Operators.Td;

/// <summary>
/// The part of MessagePack that job results use: rows as arrays of nil, bool, long, double, string, byte[], list
/// (<c>List&lt;object?&gt;</c>) and map (<c>List&lt;KeyValuePair&lt;object?, object?&gt;&gt;</c>).
/// </summary>
public static class MessagePack
{
    /// <summary>Values one after another to the end of the stream.</summary>
    public static IEnumerable<object?> ReadAll(Stream stream)
    {
        for (var head = stream.ReadByte(); head >= 0; head = stream.ReadByte())
        {
            yield return Value(stream, (byte)head);
        }
    }

    public static void Write(Stream stream, object? value)
    {
        switch (value)
        {
            case null:
                stream.WriteByte(0xC0);
                break;
            case bool flag:
                stream.WriteByte(flag ? (byte)0xC3 : (byte)0xC2);
                break;
            case byte or short or int or long:
                stream.WriteByte(0xD3);
                stream.Write(Big(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)));
                break;
            case float or double:
                stream.WriteByte(0xCB);
                stream.Write(Big(BitConverter.DoubleToInt64Bits(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))));
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                Head(stream, 0xDB, utf8.Length);
                stream.Write(utf8);
                break;
            case byte[] bytes:
                Head(stream, 0xC6, bytes.Length);
                stream.Write(bytes);
                break;
            case IReadOnlyList<KeyValuePair<object?, object?>> map:
                Head(stream, 0xDF, map.Count);
                foreach (var (key, item) in map)
                {
                    Write(stream, key);
                    Write(stream, item);
                }

                break;
            case IReadOnlyList<object?> list:
                Head(stream, 0xDD, list.Count);
                foreach (var item in list)
                {
                    Write(stream, item);
                }

                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} cannot be written as MessagePack.", nameof(value));
        }
    }

    private static object? Value(Stream stream, byte head) => head switch
    {
        <= 0x7F => (long)head,
        <= 0x8F => Map(stream, head & 0x0F),
        <= 0x9F => List(stream, head & 0x0F),
        <= 0xBF => Text(stream, head & 0x1F),
        0xC0 => null,
        0xC2 => false,
        0xC3 => true,
        0xC4 => Bytes(stream, Length(stream, 1)),
        0xC5 => Bytes(stream, Length(stream, 2)),
        0xC6 => Bytes(stream, Length(stream, 4)),
        0xCA => (double)BinaryPrimitives.ReadSingleBigEndian(Bytes(stream, 4)),
        0xCB => BinaryPrimitives.ReadDoubleBigEndian(Bytes(stream, 8)),
        0xCC => (long)Bytes(stream, 1)[0],
        0xCD => (long)BinaryPrimitives.ReadUInt16BigEndian(Bytes(stream, 2)),
        0xCE => (long)BinaryPrimitives.ReadUInt32BigEndian(Bytes(stream, 4)),
        0xCF => Whole(BinaryPrimitives.ReadUInt64BigEndian(Bytes(stream, 8))),
        0xD0 => (long)(sbyte)Bytes(stream, 1)[0],
        0xD1 => (long)BinaryPrimitives.ReadInt16BigEndian(Bytes(stream, 2)),
        0xD2 => (long)BinaryPrimitives.ReadInt32BigEndian(Bytes(stream, 4)),
        0xD3 => BinaryPrimitives.ReadInt64BigEndian(Bytes(stream, 8)),
        0xD9 => Text(stream, Length(stream, 1)),
        0xDA => Text(stream, Length(stream, 2)),
        0xDB => Text(stream, Length(stream, 4)),
        0xDC => List(stream, Length(stream, 2)),
        0xDD => List(stream, Length(stream, 4)),
        0xDE => Map(stream, Length(stream, 2)),
        0xDF => Map(stream, Length(stream, 4)),
        >= 0xE0 => (long)(sbyte)head,
        _ => throw new InvalidDataException($"The job result holds a MessagePack value of unknown type 0x{head:X2}."),
    };

    private static object Whole(ulong value) => value <= long.MaxValue ? (long)value : (double)value;

    private static object? Next(Stream stream) => Value(stream, Bytes(stream, 1)[0]);

    private static List<object?> List(Stream stream, int count)
    {
        var list = new List<object?>();
        for (var i = 0; i < count; i++)
        {
            list.Add(Next(stream));
        }

        return list;
    }

    private static List<KeyValuePair<object?, object?>> Map(Stream stream, int count)
    {
        var map = new List<KeyValuePair<object?, object?>>();
        for (var i = 0; i < count; i++)
        {
            var key = Next(stream);
            map.Add(new(key, Next(stream)));
        }

        return map;
    }

    private static string Text(Stream stream, int length) => Encoding.UTF8.GetString(Bytes(stream, length));

    private static byte[] Bytes(Stream stream, int length)
    {
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static int Length(Stream stream, int size) => Bytes(stream, size).Aggregate(0, (sum, b) => checked((sum << 8) | b));

    private static void Head(Stream stream, byte type, int length)
    {
        stream.WriteByte(type);
        stream.Write(Big(length).AsSpan(4));
    }

    private static byte[] Big(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
