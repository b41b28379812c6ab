namespace Cdp.Trino.Runtime;

/// <summary>Whole numbers in bases 2 to 36, lower-case digits.</summary>
internal static class Radix
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<long, long, string>("to_base", ToBase);
        sink.Add<string, long, long>("from_base", FromBase);
    }

    private static string ToBase(long value, long radix)
    {
        Check(radix);
        var left = value < 0 ? 0UL - (ulong)value : (ulong)value;
        Span<char> digits = stackalloc char[65];
        var at = digits.Length;
        do
        {
            digits[--at] = Digits[(int)(left % (ulong)radix)];
            left /= (ulong)radix;
        }
        while (left > 0);

        if (value < 0)
        {
            digits[--at] = '-';
        }

        return new(digits[at..]);
    }

    private static long FromBase(string text, long radix)
    {
        Check(radix);
        var isNegative = text.StartsWith('-');
        var digits = isNegative || text.StartsWith('+') ? text[1..] : text;
        Int128 value = 0;
        foreach (var character in digits.ToLowerInvariant())
        {
            if (character > 0x7F)
            {
                throw TrinoFailure.NotCertain("from_base of digits beyond ASCII is not supported.");
            }

            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            value = (value * radix) + digit;
            if (digit < 0 || digit >= radix || value > (Int128)long.MaxValue + 1)
            {
                throw Bad(text, radix);
            }
        }

        value = isNegative ? -value : value;
        return digits.Length > 0 && value <= long.MaxValue ? (long)value : throw Bad(text, radix);
    }

    private static TrinoFailure Bad(string text, long radix) =>
        TrinoFailure.InvalidArgument($"Not a valid base-{radix} number: {text}");

    private static void Check(long radix) =>
        _ = radix is >= 2 and <= 36 ? true : throw TrinoFailure.InvalidArgument("Radix must be between 2 and 36");
}
