using Cdp.Tests;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>Every task of staging may be repeated, whatever fails when; <c>--target=Bench --full</c> runs 1,000 schedules.</summary>
public sealed class FailureScheduleTests
{
    private const int Schedules = 3;

    public static TheoryData<string> Kinds => [.. FailureSchedules.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_table_staged_amid_failures_is_the_table_of_one_quiet_run(string kind)
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            var (found, expected) = await FailureSchedules.RunAsync(kind, seed);

            Assert.NotEmpty(expected);
            Assert.Equal((seed, string.Join('\n', expected)), (seed, string.Join('\n', found)));
        }

        Figures.Say("staging amid failures", FormattableString.Invariant($"{Schedules * FailureSchedules.Kinds.Length} schedules of failures and retries end as one quiet run"));
    }
}
