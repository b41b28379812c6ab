using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TreasureData.Td.Outputs;

namespace Cdp.TreasureData.Td;

/// <summary>Projects, their secrets and schedules, through <c>td wf</c>.</summary>
internal sealed partial class TdProjects(TdCalls td, TdLimits limits)
{
    private const string FilesFolder = "project";

    public async Task<PushedRevision> PushAsync(ProjectPush push, CancellationToken cancellation)
    {
        RequireWorkflows(push);
        await CheckAsync(push, cancellation);
        var revision = push.Revision;
        for (var suffix = 2; ; suffix++)
        {
            try
            {
                return await PutAsync(push with { Revision = revision }, cancellation);
            }
            catch (PlatformException ex) when (ex.Fault is Fault.RevisionExists)
            {
                if ((await FindAsync(push.Project, cancellation))?.Revision == revision)
                {
                    return new(ProjectId().Match(ex.Details.Said).Groups[1].Value, push.Project, revision);
                }
            }

            revision = string.Create(CultureInfo.InvariantCulture, $"{push.Revision}-{suffix}");
        }
    }

    /// <summary>td has no command that tells a project's revision, but one that downloads it.</summary>
    public async Task<DeployedProject?> FindAsync(string project, CancellationToken cancellation)
    {
        try
        {
            return new(string.Empty, project, (await DownloadAsync(project, cancellation)).Revision);
        }
        catch (PlatformException ex) when (ex.Fault is Fault.ProjectMissing)
        {
            return null;
        }
    }

    public async Task<IReadOnlyDictionary<string, string>> FilesAsync(string project, CancellationToken cancellation) =>
        (await DownloadAsync(project, cancellation)).Files;

    public async Task<IReadOnlyList<string>> SecretsAsync(string project, CancellationToken cancellation)
    {
        try
        {
            return await td.AskAsync(
                Look($"the look at the secrets of '{project}'", "wf", "secrets", "--project", project),
                output => SecretsOutput.Read(output, project),
                cancellation);
        }
        catch (PlatformException ex) when (ex.Fault is Fault.ProjectMissing)
        {
            return [];
        }
    }

    /// <remarks>By stdin: an argument could be read by others, a file would have to be removed.</remarks>
    public async Task SetSecretAsync(string project, string key, Secret value, CancellationToken cancellation)
    {
        var command = new TdCommand($"setting secret '{key}' of '{project}'", ["wf", "secrets", "--project", project, "--set", "@-"], limits.Effect)
        {
            Input = new JsonObject { [key] = value.Value }.ToJsonString(),
        };
        await td.AskAsync(command, output => Done(() => SecretsOutput.ReadSet(output, project, key)), cancellation);
    }

    public async Task<IReadOnlyList<WorkflowSchedule>> SchedulesAsync(string project, CancellationToken cancellation) =>
        await td.AskAsync(
            Look($"the look at the schedules of '{project}'", "wf", "schedules"),
            output => SchedulesOutput.Read(output, project),
            cancellation);

    public async Task SetScheduleAsync(string project, string workflow, bool enabled, CancellationToken cancellation) =>
        await td.AskAsync(
            new($"the schedule of '{workflow}' in '{project}'", ["wf", enabled ? "enable" : "disable", project, workflow], limits.Effect),
            output => Done(() => SchedulesOutput.ReadSet(output, project, workflow, enabled)),
            cancellation);

    /// <summary>td's own compiler, which a push asks only on the server.</summary>
    private Task CheckAsync(ProjectPush push, CancellationToken cancellation) => td.AskAsync(
        Look($"the push of project '{push.Project}'", "wf", "check", "--project", Path.GetFullPath(push.Folder)),
        output => CheckOutput.Read(output, push.Folder),
        cancellation);

    /// <remarks>What td prints is not relied on: the project is gone, or it is not.</remarks>
    public async Task DeleteAsync(string project, CancellationToken cancellation)
    {
        if (await FindAsync(project, cancellation) is not null)
        {
            var doing = $"the removal of project '{project}'";
            await td.AskAsync(
                new(doing, ["wf", "delete", project, "--force"], limits.Effect), output => TdAnswer.Of(output, doing, _ => ""), cancellation);
        }
    }

    private Task<PushedRevision> PutAsync(ProjectPush push, CancellationToken cancellation) => td.AskAsync(
        new(
            $"the push of project '{push.Project}'",
            ["wf", "push", push.Project, "--project", Path.GetFullPath(push.Folder), "--revision", push.Revision],
            limits.Effect),
        output => PushOutput.Read(output, push),
        cancellation);

    private Task<(string Revision, ImmutableSortedDictionary<string, string> Files)> DownloadAsync(
        string project, CancellationToken cancellation) => td.AskAsync(
            new TdCommand($"the look at project '{project}'", ["wf", "download", project, "-o", FilesFolder], limits.Transfer) { Leaves = FilesFolder },
            output => (DownloadOutput.ReadRevision(output, project), output.Left),
            cancellation);

    /// <summary>td would push such a folder, and end with exit code 0.</summary>
    private static void RequireWorkflows(ProjectPush push)
    {
        if (!Directory.Exists(push.Folder) || Directory.GetFiles(push.Folder, "*.dig").Length == 0)
        {
            throw Faults.Of(Fault.NothingDeployed, $"the push of {push.Folder}", "there is no workflow");
        }
    }

    private TdCommand Look(string doing, params ImmutableArray<string> arguments) => new(doing, arguments, limits.Look);

    private static bool Done(Action read)
    {
        read();
        return true;
    }

    [GeneratedRegex(@" in project id=([0-9]+)")]
    private static partial Regex ProjectId();
}
