using System.Security.Cryptography;
using System.Text;

namespace Cdp.Trino.Runtime.Hive;

/// <summary>mask(…): letters and digits become X, x and n.</summary>
internal static class HiveMasks
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, int, int, string>("hive_mask", (text, from, to) => Mask(text, from, to));
        sink.Add<string, int, string>("hive_mask_hash", (text, version) => Convert.ToHexStringLower(
            version == 4 ? SHA256.HashData(Encoding.UTF8.GetBytes(text)) : MD5.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>From a place on and before another; places below zero count from the end.</summary>
    private static string Mask(string text, int from, int to)
    {
        if (!Ascii.IsValid(text))
        {
            throw TrinoFailure.NotCertain("Masking letters beyond ASCII is not supported locally");
        }

        var start = Math.Clamp(from < 0 ? text.Length + from : from, 0, text.Length);
        var end = Math.Clamp(to < 0 ? text.Length + to : to, 0, text.Length);
        return string.Create(text.Length, (text, start, end), (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.text[i];
                span[i] = i < state.start || i >= state.end ? c
                    : char.IsAsciiLetterUpper(c) ? 'X' : char.IsAsciiLetterLower(c) ? 'x' : char.IsAsciiDigit(c) ? 'n' : c;
            }
        });
    }
}
