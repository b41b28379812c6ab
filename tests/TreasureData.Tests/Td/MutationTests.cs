using System.Globalization;
using Cdp.Tests;

namespace Cdp.TreasureData.Tests.Td;

public sealed class MutationTests
{
    /// <summary>A success read from a damaged output must be the very one that the whole output shows: no failure turns into
    /// a success, and no id or state into another. What has no end of its own (a log, a list of names) may be shorter, or longer by
    /// another call's lines.</summary>
    [Fact]
    [Trait("Category", "Measured")]
    public void A_damaged_output_is_never_a_false_success_and_never_a_crash()
    {
        var random = new Random(20251014);
        var all = Transcript.All;
        var readings = all.ToDictionary(t => t.Name, t => Reading.Of(t.Arguments, t.Output));
        var refused = 0;
        var count = Sizes.Of(20_000, 100_000);
        for (var i = 0; i < count; i++)
        {
            var (one, other) = (all[random.Next(all.Count)], all[random.Next(all.Count)]);
            var (kind, output) = Mutation.Of(one.Output, other.Output, random);

            var reading = Reading.Of(one.Arguments, output);

            if (!reading.StartsWith("ok ", StringComparison.Ordinal))
            {
                refused++;
                continue;
            }

            Assert.True(
                IsTrue(one, kind, reading, [readings[one.Name], Reading.Of(one.Arguments, other.Output)]),
                $"{one.Name}, {kind}: read '{reading}' instead of '{readings[one.Name]}'\n--- {output.ExitCode}\n{output.Out}\n---\n{output.Error}");
        }

        Figures.Say("td outputs", string.Create(
            CultureInfo.InvariantCulture, $"{count} damaged ones: 0 false successes, 0 crashes, {refused} refused, the rest as if whole"));
    }

    private static bool IsTrue(Transcript one, string kind, string reading, string[] whole) => one.Name switch
    {
        _ when whole.Contains(reading) => true,
        _ when one.Name.StartsWith("wf_log__", StringComparison.Ordinal) => whole[0].StartsWith("ok ", StringComparison.Ordinal) || reading == "ok ",
        "wf_secrets__list" => reading.Split(' ').Distinct().All(whole[0].Split(' ').Contains) || reading == "ok " || kind == "another output behind it",
        _ when one.Name.StartsWith("job_show__", StringComparison.Ordinal) => Word(reading) == Word(whole[0]),

        // Cut to two lines, the output of a query that waits is that of one that does not: the job was made.
        _ when one.Name.StartsWith("query__wait_", StringComparison.Ordinal) =>
            one.Output.Out.StartsWith($"Job {reading[3..]} is queued.\n", StringComparison.Ordinal),
        _ => false,
    };

    private static string Word(string reading) => reading.Split(',')[0];
}
