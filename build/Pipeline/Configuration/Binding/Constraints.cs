using System.Text.RegularExpressions;

namespace Cdp.Pipeline.Configuration.Binding;

/// <summary>A rule for a text as a whole.</summary>
/// <param name="meaning">Completes "…, write it as": <c>lower-case letters, digits and _</c>.</param>
public abstract class TextRuleAttribute(string pattern, string meaning) : Attribute
{
    private readonly Regex _regex = new($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public string Pattern { get; } = pattern;

    public string Meaning { get; } = meaning;

    /// <remarks>The end is checked by length too: <c>$</c> would let a final line feed pass.</remarks>
    public virtual bool Accepts(string text) => _regex.Match(text) is { Success: true } match && match.Length == text.Length;
}

/// <summary>Every text of the property, also inside a list or map, matches the pattern.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string pattern, string meaning) : TextRuleAttribute(pattern, meaning);

/// <summary>The keys of a map property match the pattern.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyPatternAttribute(string pattern, string meaning) : TextRuleAttribute(pattern, meaning);

/// <summary>Every number of the property lies between the two, both included.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BetweenAttribute(double minimum, double maximum) : Attribute
{
    public double Minimum { get; } = minimum;

    public double Maximum { get; } = maximum;
}

/// <summary>A list of which a single item may be written without brackets.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOrManyAttribute : Attribute;

/// <summary>A plain text instead of the record means the record with this property set: <c>- orders</c> for <c>- name: orders</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShorthandAttribute(string property) : Attribute
{
    public string Property { get; } = property;
}
