using System.Collections.Immutable;

namespace Cdp.Yaml;

/// <summary>A place in a text file; line and column count from 1.</summary>
public readonly record struct Position(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>A node of a YAML document as written: no typing, no merging of <c>&lt;&lt;</c>, tags kept.</summary>
/// <param name="Position">Where the node begins.</param>
/// <param name="Tag">The explicit tag as written (<c>!include</c>), or null.</param>
public abstract record YamlNode(Position Position, string? Tag);

/// <param name="IsPlain">Neither quoted nor a block scalar: only such a scalar has an implicit type.</param>
public sealed record YamlScalar(Position Position, string? Tag, string Text, bool IsPlain) : YamlNode(Position, Tag);

public sealed record YamlSequence(Position Position, string? Tag, ImmutableArray<YamlNode> Items)
    : YamlNode(Position, Tag);

/// <summary>Entries in the order written; duplicate keys are kept, for the reader to refuse.</summary>
public sealed record YamlMapping(Position Position, string? Tag, ImmutableArray<YamlEntry> Entries)
    : YamlNode(Position, Tag)
{
    /// <summary>The value under the plain or quoted key, or null.</summary>
    public YamlNode? this[string key] => Entries.LastOrDefault(e => e.Key is YamlScalar s && s.Text == key)?.Value;
}

public sealed record YamlEntry(YamlNode Key, YamlNode Value);

/// <summary>The text is not YAML. <see cref="Exception.Message"/> has no position; <see cref="Position"/> has it.</summary>
public sealed class YamlSyntaxException(Position position, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public Position Position { get; } = position;
}
