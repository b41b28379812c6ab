using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cdp.Emulator.Jobs;

/// <summary>The part of MessagePack that rows of a result need.</summary>
internal sealed class MessagePack(Stream output)
{
    /// <param name="type">Trino's name of the value's type; empty inside a list or a map, where the text decides.</param>
    public void Write(JsonElement value, string type)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                output.WriteByte(0xc0);
                break;
            case JsonValueKind.False:
                output.WriteByte(0xc2);
                break;
            case JsonValueKind.True:
                output.WriteByte(0xc3);
                break;
            case JsonValueKind.Number when type is not ("double" or "real") && value.TryGetInt64(out var integer):
                Write(integer);
                break;
            case JsonValueKind.Number:
                Write(value.GetDouble());
                break;
            case JsonValueKind.String when type is "double" or "real":
                Write(double.Parse(value.GetString()!, CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                Write(value.GetString()!);
                break;
            case JsonValueKind.Array:
                WriteLength(value.GetArrayLength(), 0x90, 16, 0xdc);
                foreach (var element in value.EnumerateArray())
                {
                    Write(element, "");
                }

                break;
            default:
                WriteLength(value.GetPropertyCount(), 0x80, 16, 0xde);
                foreach (var property in value.EnumerateObject())
                {
                    Write(property.Name);
                    Write(property.Value, "");
                }

                break;
        }
    }

    public void WriteRowLength(int columns) => WriteLength(columns, 0x90, 16, 0xdc);

    private void Write(long value)
    {
        if (value is >= -32 and < 128)
        {
            output.WriteByte(unchecked((byte)value));
            return;
        }

        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], value);
        output.Write(bytes);
    }

    private void Write(double value)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = 0xcb;
        BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], value);
        output.Write(bytes);
    }

    private void Write(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (bytes.Length is >= 32 and < 256)
        {
            output.WriteByte(0xd9);
            output.WriteByte((byte)bytes.Length);
        }
        else
        {
            WriteLength(bytes.Length, 0xa0, 32, 0xda);
        }

        output.Write(bytes);
    }

    /// <param name="few">The one-byte form, for lengths below <paramref name="limit"/>.</param>
    /// <param name="many">The form with two bytes of length; the next code has four.</param>
    private void WriteLength(int length, byte few, int limit, byte many)
    {
        if (length < limit)
        {
            output.WriteByte((byte)(few | length));
            return;
        }

        Span<byte> bytes = stackalloc byte[5];
        if (length <= ushort.MaxValue)
        {
            bytes[0] = many;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)length);
            output.Write(bytes[..3]);
            return;
        }

        bytes[0] = (byte)(many + 1);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)length);
        output.Write(bytes);
    }
}
