using System.Collections.Immutable;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>All recorded outputs of the real td, each read as spec/td_cli.md §8 says.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public void All_recorded_calls_are_read() => Assert.Equal(167, Transcript.All.Count);

    /// <summary><c>expected.tsv</c> was written beside the table of spec/td_cli.md, line by line; a changed reading shows
    /// here as a changed line.</summary>
    [Fact]
    public void Each_is_what_the_table_says()
    {
        var expected = File.ReadAllLines(Path.Combine(Transcript.Folder(), "expected.tsv"));

        var actual = Transcript.All.Select(t => $"{t.Name}\t{Reading.Of(t.Arguments, t.Output)}").ToImmutableArray();

        if (Environment.GetEnvironmentVariable("GOLDEN") is "accept")
        {
            File.WriteAllLines(Path.Combine(Transcript.Folder(), "expected.tsv"), actual);
            return;
        }

        Assert.Equal(expected, actual);
    }
}
