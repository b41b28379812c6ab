using System.Security.Cryptography;
using System.Text;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>Digests and encodings.</summary>
internal static class HiveDigests
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<byte[], int, string?>("hive_sha2", Sha2);
        sink.Add<byte[], long>("hive_crc32", bytes => Checksums.Crc32(bytes));
        sink.Add<string, int>("hive_hash", Hash);
        sink.Add<string, byte[]?>("hive_unhex", Unhex);
        sink.Add<string, byte[]?>("hive_unbase64", Unbase64);
    }

    private static string? Sha2(byte[] bytes, int bits) => bits switch
    {
        0 or 256 => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        1 => Convert.ToHexStringLower(SHA1.HashData(bytes)),
        384 => Convert.ToHexStringLower(SHA384.HashData(bytes)),
        512 => Convert.ToHexStringLower(SHA512.HashData(bytes)),
        224 => throw TrinoFailure.NotCertain("sha2(…, 224) is not supported locally"),
        _ => bits is < 10 and >= 0 ? throw TrinoFailure.NotCertain("sha2() of this many bits is not supported locally") : null,
    };

    /// <summary>Java's hash of a text.</summary>
    private static int Hash(string text) => Ascii.IsValid(text)
        ? text.Aggregate(0, (hash, c) => unchecked((hash * 31) + c))
        : throw TrinoFailure.NotCertain("hash() of letters beyond ASCII is not supported locally");

    private static byte[]? Unhex(string text)
    {
        var digits = text.Length % 2 == 0 ? text : "0" + text;
        return digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    private static byte[]? Unbase64(string text)
    {
        if (text.Length % 4 == 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='))
        {
            var buffer = new byte[text.Length];
            if (Convert.TryFromBase64String(text, buffer, out var count))
            {
                return buffer[..count];
            }
        }

        return text.Any(char.IsAsciiLetterOrDigit) ? throw TrinoFailure.NotCertain("unbase64() of this text is not supported locally") : [];
    }
}
