using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Phases.Unification;

/// <summary>What is meant where the configuration says nothing about keys.</summary>
internal static class KeyDefaults
{
    /// <summary>Texts that stand for nothing in any key; the empty text is not invalid by itself (cdp_phases §2.4).</summary>
    private static readonly ImmutableArray<string> _nothing =
        ["", "null", "NULL", "none", "n/a", "N/A", "na", "unknown", "undefined", "test", "0"];

    private static readonly ImmutableArray<string> _emails =
        ["test@test.com", "test@example.com", "noreply@example.com", "none@none.com", "na@na.com"];

    private static readonly ImmutableArray<string> _phones =
        ["0000000000", "1111111111", "1234567890", "9999999999", "+10000000000", "+11111111111", "+11234567890", "+19999999999"];

    public static ImmutableArray<IdentityKey> Keys(UnificationConfig config)
    {
        ImmutableArray<KeyConfig> written = config.Keys ?? [new() { Name = "email" }, new() { Name = "phone" }];
        var trust = config.MergeByKeys ?? [.. written.Select(k => k.Name)];
        return
        [
            .. written.Select((key, n) => new IdentityKey(
                key.Name,
                n + 1,
                trust.IndexOf(key.Name) + 1,
                key.ValidRegexp ?? Regexp(key.Name),
                key.InvalidTexts ?? Invalid(key.Name),
                key.MaskedRegexp ?? Masked(key.Name))),
        ];
    }

    /// <summary>Columns that are called as a key; the standard form wins over the raw one.</summary>
    public static IEnumerable<(string Column, IdentityKey Key)> Columns(
        ImmutableArray<ColumnDescription> columns, ImmutableArray<IdentityKey> keys)
    {
        foreach (var key in keys)
        {
            var names = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
            var candidates = new[] { $"{key.Name}_std", $"{key.Name}_number_std", key.Name };
            if (candidates.FirstOrDefault(names.Contains) is { } column)
            {
                yield return (column, key);
            }
        }
    }

    private static string? Regexp(string key) => key switch
    {
        "email" => "^[^@ ]+@[^@ ]+[.][^@ ]+$",
        "phone" => "^[+]?[0-9]{7,15}$",
        _ => null,
    };

    /// <summary>A masked address or number is a hash; an id of another kind may well be one by itself.</summary>
    private static string? Masked(string key) => key is "email" or "phone" ? "^[0-9a-f]{64}$" : null;

    private static ImmutableArray<string> Invalid(string key) => key switch
    {
        "email" => [.. _nothing, .. _emails],
        "phone" => [.. _nothing, .. _phones],
        _ => _nothing,
    };
}
