using System.Text;

namespace Cdp.Trino.Runtime;

/// <summary>Binary to text and back: hex, base64 (both alphabets) and base32.</summary>
internal static class Encodings
{
    private const string Base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<byte[], string>("to_hex", Convert.ToHexString);
        sink.Add<string, byte[]>("from_hex", FromHex);
        sink.Add<byte[], string>("to_base64", Convert.ToBase64String);
        sink.Add<string, byte[]>("from_base64", text => FromBase64(text, "+/"));
        sink.Add<byte[], string>("to_base64url", data => Convert.ToBase64String(data).Replace('+', '-').Replace('/', '_'));
        sink.Add<string, byte[]>("from_base64url", text => FromBase64(text, "-_"));
        sink.Add<byte[], string>("to_base32", ToBase32);
        sink.Add<string, byte[]>("from_base32", FromBase32);
    }

    private static byte[] FromHex(string text)
    {
        if (text.Length % 2 != 0)
        {
            throw TrinoFailure.InvalidArgument($"invalid input length {text.Length}");
        }

        var bad = text.FirstOrDefault(c => !char.IsAsciiHexDigit(c));
        return bad == default
            ? Convert.FromHexString(text)
            : throw TrinoFailure.InvalidArgument($"not a hexadecimal digit: \"{bad}\" = {(int)bad}");
    }

    /// <summary>
    /// As java.util.Base64 decodes: nothing outside the alphabet, padding may be missing but not wrong, left-over bits
    /// of the last digit are ignored.
    /// </summary>
    private static byte[] FromBase64(string text, string lastTwo)
    {
        var digits = text.TrimEnd('=');
        var padding = text.Length - digits.Length;
        var partial = digits.Length % 4;
        if (partial == 1 || (padding > 0 && padding != (4 - partial) % 4))
        {
            throw TrinoFailure.InvalidArgument("Input byte array has incorrect ending byte");
        }

        var bytes = Bits(digits, 6, c => c == lastTwo[0] ? 62 : c == lastTwo[1] ? 63 : Base64Digits.IndexOf(c, StringComparison.Ordinal));
        return bytes ?? throw TrinoFailure.InvalidArgument("Illegal base64 character");
    }

    private static string ToBase32(byte[] data)
    {
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        foreach (var value in data)
        {
            held = (held << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32Digits[(held >> bits) & 31]);
            }

            held &= 0xFF;
        }

        if (bits > 0)
        {
            text.Append(Base32Digits[(held << (5 - bits)) & 31]);
        }

        return text.Append('=', (8 - (text.Length % 8)) % 8).ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var digits = text.TrimEnd('=');
        if (digits.Length % 8 is 1 or 3 or 6)
        {
            throw TrinoFailure.InvalidArgument($"Invalid input length {digits.Length}");
        }

        return Bits(digits, 5, c => Base32Digits.IndexOf(c, StringComparison.Ordinal))
            ?? throw TrinoFailure.InvalidArgument("Unrecognized character");
    }

    private static byte[]? Bits(string digits, int width, Func<char, int> value)
    {
        var bytes = new byte[digits.Length * width / 8];
        var held = 0;
        var bits = 0;
        var next = 0;
        foreach (var digit in digits)
        {
            var part = value(digit);
            if (part < 0)
            {
                return null;
            }

            held = ((held << width) | part) & 0xFFFF;
            bits += width;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[next++] = (byte)(held >> bits);
            }
        }

        return bytes;
    }
}
