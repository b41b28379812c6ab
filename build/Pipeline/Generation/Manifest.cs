using System.Collections.Immutable;
using System.Text.Json;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Runs;

namespace Cdp.Pipeline.Generation;

/// <summary><c>manifest.json</c>: what we wrote into a phase's folder, so that what others wrote there is not lost.</summary>
/// <param name="Files">Path to hash of its text.</param>
/// <param name="Before">Hashes that the files had before, while they are being replaced; after a crash both are ours.</param>
public sealed record Manifest(
    ImmutableSortedDictionary<string, string> Files, ImmutableSortedDictionary<string, string> Before)
{
    public static Manifest Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public static Manifest Of(IEnumerable<KeyValuePair<string, string>> files) => Empty with
    {
        Files = files.ToImmutableSortedDictionary(f => f.Key, f => Hash.Of(f.Value), StringComparer.Ordinal),
    };

    /// <summary>We wrote this text, now or before the last change was cut off.</summary>
    public bool Wrote(string path, string text)
    {
        var hash = Hash.Of(text);
        return Files.GetValueOrDefault(path) == hash || Before.GetValueOrDefault(path) == hash;
    }

    public static Manifest Read(FileStore files, string path)
    {
        try
        {
            return files.TryReadText(path) is { } text
                ? JsonSerializer.Deserialize<Manifest>(text, StateFile.Format) ?? Empty
                : Empty;
        }
        catch (JsonException)
        {
            return Empty; // then every file that differs counts as edited, which loses nothing
        }
    }

    public void Write(FileStore files, string path) => files.WriteText(path, JsonSerializer.Serialize(this, StateFile.Format) + "\n");
}
