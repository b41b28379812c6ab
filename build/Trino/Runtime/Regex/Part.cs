namespace Cdp.Trino.Runtime.Regex;

/// <summary>A piece of a pattern, written for .NET and, where RE2 means the same by it, for RE2.</summary>
/// <param name="CanBeEmpty">It may match nothing at all.</param>
/// <param name="IsFixed">It always matches the same number of characters, as a look-behind must.</param>
internal sealed record Part(string DotNet, string? Re2, bool CanBeEmpty, bool IsFixed = true)
{
    public static Part Nothing { get; } = new("", "", CanBeEmpty: true);

    public Part Then(Part next) => new(
        DotNet + next.DotNet,
        Re2 is null || next.Re2 is null ? null : Re2 + next.Re2,
        CanBeEmpty && next.CanBeEmpty,
        IsFixed && next.IsFixed);

    public Part Or(Part other) => new(
        $"{DotNet}|{other.DotNet}",
        Re2 is null || other.Re2 is null ? null : $"{Re2}|{other.Re2}",
        CanBeEmpty || other.CanBeEmpty,
        IsFixed: false);

    public static Part Of(CharacterSet set, bool negated, bool ignoreCase) => new(
        set.ToDotNet(negated),
        ignoreCase || set.HasProperties ? null : (negated ? set.Negate() : set).ToRe2(),
        CanBeEmpty: false);
}
