using System.Text;

namespace Cdp.Trino.Runtime;

/// <summary>
/// Reads bytes as UTF-8 the way Trino's from_utf8 does: each broken sequence, measured as far as it looks like one
/// (also in the old 5- and 6-byte forms), becomes one replacement.
/// </summary>
internal static class Utf8
{
    public static string RepairWith(byte[] data, string replacement) =>
        replacement.EnumerateRunes().Count() <= 1
            ? Repair(data, replacement)
            : throw TrinoFailure.InvalidArgument("Replacement character string must empty or a single character");

    public static string Repair(byte[] data, string replacement)
    {
        var text = new StringBuilder(data.Length);
        for (var position = 0; position < data.Length;)
        {
            var (length, rune) = Decode(data.AsSpan(position));
            _ = rune is { } valid ? text.Append(valid.ToString()) : text.Append(replacement);
            position += length;
        }

        return text.ToString();
    }

    private static (int Length, Rune? Value) Decode(ReadOnlySpan<byte> data)
    {
        var expected = data[0] switch
        {
            < 0x80 => 1,
            < 0xC0 => 0,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF8 => 4,
            < 0xFC => 5,
            < 0xFE => 6,
            _ => 0,
        };
        if (expected <= 1)
        {
            return (1, expected == 1 ? new Rune(data[0]) : null);
        }

        var value = data[0] & (0x7F >> expected);
        for (var index = 1; index < expected; index++)
        {
            if (index >= data.Length || (data[index] & 0xC0) != 0x80)
            {
                return (index, null);
            }

            value = (value << 6) | (data[index] & 0x3F);
        }

        var overlong = value < (expected switch { 2 => 0x80, 3 => 0x800, _ => 0x10000 });
        return (expected, expected > 4 || overlong || !Rune.IsValid(value) ? null : new Rune(value));
    }
}
