namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf log</c> (spec/td_cli.md §1.6). A log may be empty, or end anywhere; that td's workflow part ran at
/// all is the evidence.</summary>
internal static class LogOutput
{
    public static string Read(TdOutput output, string attemptId) => TdAnswer.Of(
        output, $"the log of attempt {attemptId}", o => TdFaults.Ran(o) ? o.Out : null, anyText: true);
}
