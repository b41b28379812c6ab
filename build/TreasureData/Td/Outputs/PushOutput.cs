using System.Text.RegularExpressions;
using Cdp.Pipeline.Ports;

namespace Cdp.TreasureData.Td.Outputs;

/// <summary><c>td wf push</c> (spec/td_cli.md §1.1).</summary>
internal static partial class PushOutput
{
    private static readonly string[] _keys =
        ["id", "name", "revision", "archive type", "project created at", "revision updated at"];

    /// <exception cref="PlatformException">Also NothingDeployed, which td says with exit code 0.</exception>
    public static PushedRevision Read(TdOutput output, ProjectPush push)
    {
        var doing = $"the push of project '{push.Project}'";
        if (output.Out.Contains("  WARNING: This project doesn't include workflows.", StringComparison.Ordinal))
        {
            throw Faults.Of(Fault.NothingDeployed, doing, "there is no workflow");
        }

        return DigFault.Within(push.Folder, () => TdAnswer.Of(output, doing, o => Evidence(Fields.WithoutLog(o), push)));
    }

    private static PushedRevision? Evidence(string[] lines, ProjectPush push)
    {
        var workflows = Array.IndexOf(lines, "Workflows:");
        var uploaded = Array.IndexOf(lines, "Uploaded:");
        return workflows >= 0
            && uploaded > workflows + 1
            && lines.Count(line => line is "Uploaded:" or "Workflows:") == 2
            && lines[(workflows + 1)..uploaded].All(line => Workflow().IsMatch(line))
            && Fields.Read(lines.AsSpan(uploaded + 1), Fields.Indent, _keys) is { } fields
            && Fields.IsId(fields["id"])
            && fields["name"] == push.Project
            && fields["revision"] == push.Revision
            && Fields.Instant(fields["project created at"]) is not null
            && Fields.Instant(fields["revision updated at"]) is not null
                ? new(fields["id"], push.Project, push.Revision)
                : null;
    }

    [GeneratedRegex(@"^  \S.*\.dig\z")]
    private static partial Regex Workflow();
}
