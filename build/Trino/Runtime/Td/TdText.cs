using System.Text;

namespace Cdp.Trino.Runtime.Td;

/// <summary>The TD_ functions over text, and those over time that take values of rows.</summary>
internal static class TdText
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int DigestLength = 10;
    private const int Korean = 51949;

    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<string, string, long?>("td_time_parse", TdTime.Parse);
        sink.Add<long, string, string, string>("td_time_format", TdTimeFormat.Print);
        sink.Add<long, string, string, string>("td_time_string", TdTime.ToText);
        sink.Add<long, string, long>("td_time_add", TdTime.Add);
        sink.Add<string, long, string, long>("td_date_trunc", TdTime.Truncate);
        sink.Add<string, string>("td_url_decode", UrlFunctions.Decode);
        sink.Add<string, string, string>("td_url_decode", Decode);
        sink.Add<string, string>("smart_digest", Digest);
        sink.Add<List<string?>, string, string>("td_session", Session);
    }

    /// <summary>A locale names the encoding of the escaped bytes; only Korean is documented.</summary>
    private static string Decode(string text, string locale)
    {
        var encoding = locale == "ko" ? CodePagesEncodingProvider.Instance.GetEncoding(Korean)
            : throw TrinoFailure.NotCertain($"The locale {locale} of TD_URL_DECODE is not supported.");
        var bytes = UrlFunctions.Decode(text, Encoding.Latin1);
        return encoding!.GetString(Encoding.Latin1.GetBytes(bytes));
    }

    /// <summary>A short key as SMART_DIGEST gives, by another algorithm: never to be compared with one of the platform.</summary>
    private static string Digest(string text)
    {
        var hash = XxHash64.Hash(Encoding.UTF8.GetBytes(text));
        Span<char> digits = stackalloc char[DigestLength];
        for (var index = 0; index < DigestLength; index++)
        {
            digits[index] = Digits[(int)(hash % 62)];
            hash /= 62;
        }

        return new(digits);
    }

    /// <summary>
    /// The id of a session: a UUID made of the partition and the session's first time, so that a run can be repeated.
    /// The times are those of the partition up to this row, the timeout stands before the partition's key.
    /// </summary>
    private static string Session(List<string?> times, string key)
    {
        var mark = key.IndexOf(' ', StringComparison.Ordinal);
        var timeout = long.Parse(key.AsSpan(0, mark), System.Globalization.CultureInfo.InvariantCulture);
        var start = long.MinValue;
        var last = long.MinValue;
        foreach (var text in times.Where(time => time is not null))
        {
            var time = long.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
            start = last == long.MinValue || time - last > timeout ? time : start;
            last = time;
        }

        var hash = Murmur3.Hash(Encoding.UTF8.GetBytes($"{key} {start}"));
        return new Guid(hash).ToString();
    }
}
