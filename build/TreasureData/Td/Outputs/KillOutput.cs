using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf kill</c> (spec/td_cli.md §1.7). What has ended already is killed enough.</summary>
internal static class KillOutput
{
    public static void Read(TdOutput output, string attemptId)
    {
        try
        {
            TdAnswer.Of(output, $"the kill of attempt {attemptId}", o =>
                Fields.WithoutLog(o) is [var line] && line == $"Kill requested for session attempt {attemptId}" ? line : null);
        }
        catch (PlatformException ex) when (
            ex.Fault is Fault.Refused && ex.Details.Said.Contains("already killed or finished", StringComparison.Ordinal))
        {
            // Done, by somebody.
        }
    }
}
