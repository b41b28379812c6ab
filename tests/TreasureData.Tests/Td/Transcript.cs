using System.Globalization;
using System.Runtime.CompilerServices;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>One recorded call of the real td (spec/transcripts).</summary>
internal sealed record Transcript(string Name, string[] Arguments, TdOutput Output)
{
    private static readonly Lazy<IReadOnlyList<Transcript>> _all = new(() =>
        [.. Directory.GetFiles(Folder(), "*__*.txt").Append(Path.Combine(Folder(), "wf_version.txt")).Order(StringComparer.Ordinal).Select(Read)]);

    public static IReadOnlyList<Transcript> All => _all.Value;

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Transcripts");

    private static Transcript Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var output = text.IndexOf("--- stdout ---\n", StringComparison.Ordinal);
        var error = text.IndexOf("--- stderr ---\n", StringComparison.Ordinal);
        var head = text[..output].Split('\n');
        var code = head.Single(line => line.StartsWith("# EXIT CODE: ", StringComparison.Ordinal))[13..];
        return new(
            Path.GetFileNameWithoutExtension(path),
            Words(head.Single(line => line.StartsWith("# ARGV     : ", StringComparison.Ordinal))[13..]),
            new(
                int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? number : null,
                text[(output + 15)..error].Replace("\r", string.Empty, StringComparison.Ordinal),
                text[(error + 15)..].Replace("\r", string.Empty, StringComparison.Ordinal)));
    }

    private static string[] Words(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1)];
}
