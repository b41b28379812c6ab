using System.Globalization;
using Cdp.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace Cdp.Emulator.Workflows;

/// <summary>digdag's way through long lists: newest first, <c>last_id</c> of the page before, <c>page_size</c>.</summary>
internal static class Paging
{
    private const int Usual = 100;

    public static IEnumerable<T> Of<T>(HttpContext context, IEnumerable<T> newestFirst, Func<T, long> id)
    {
        var before = Number(context, "last_id") ?? long.MaxValue;
        return newestFirst.Where(item => id(item) < before).Take((int)(Number(context, "page_size") ?? Usual));
    }

    private static long? Number(HttpContext context, string name) =>
        context.Query(name) is not { } text ? null
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw ApiException.NotFound($"{name} must be a number, but is '{text}'.");
}
