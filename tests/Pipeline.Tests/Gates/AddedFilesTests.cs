using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>A workflow that a client adds to a project has to be right, but not to be laid out as ours.</summary>
public sealed class AddedFilesTests
{
    private static readonly SampleScope _sample = new(Project.SampleConfig());

    public static TheoryData<Phase> Phases => [.. PhaseNames.All];

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_workflow_of_the_clients_own_passes_the_gates(Phase phase) =>
        Assert.Empty(Failures(phase, "timezone: UTC\n+tell:\n  echo>: done\n+look:\n  td>: own/look.sql\n", "SELECT 1 AS \"n\"\n"));

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_workflow_of_the_clients_own_whose_query_is_not_there_does_not(Phase phase) =>
        Assert.Contains(Failures(phase, "timezone: UTC\n+look:\n  td>: own/lok.sql\n", "SELECT 1 AS \"n\"\n"), f => f.Message.Contains("own/lok.sql", StringComparison.Ordinal));

    private static List<CheckOutcome> Failures(Phase phase, string workflow, string query)
    {
        var scope = _sample.Of(phase);
        Dictionary<string, string> files = new(scope.Files) { ["own_notify.dig"] = workflow, ["own/look.sql"] = query };
        return
        [
            .. _sample.Look(scope with { Files = files, Added = ["own_notify.dig", "own/look.sql"] })
                .Where(o => o.Verdict is CheckVerdict.Failed),
        ];
    }
}
