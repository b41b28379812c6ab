using System.Text;
using Cdp.Pipeline;
using Cdp.Tests;

namespace Cdp.EndToEnd.Failures;

/// <summary>A workflow that prints what it should not, as it is and encoded: in nothing that is shown or kept is it found.</summary>
public sealed class DiscretionTests(SharedBox shared) : IClassFixture<SharedBox>
{
    private const string Value = "canary+4f1c/22aa90b7e5d3&canary";

    [Fact]
    public async Task What_a_workflow_prints_of_a_secret_is_neither_shown_nor_kept()
    {
        var printing = new FailureCase(24, "a workflow that prints a secret, and fails with it")
        {
            Before = (Step.Deploy, PrintAsync),
            Last = Step.Monitor,
        };
        using var run = new FailingRun(printing, "discreet", shared.Box);
        run.Secrets.Add(new(Value));

        var exit = await run.RunAsync();

        Assert.Equal(ExitCode.StepFailed, exit);
        Assert.Contains("we say ***, *** and", run.Shown, StringComparison.Ordinal);
        Assert.Contains("we say ***, *** and", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(run.Logs, "*.log"))), StringComparison.Ordinal);
        Assert.Empty(Canary.Found(Value, [("what was shown", run.Shown)], run.Folder, run.Parts.Workspace.Folder(Phase.Ingestion)));
    }

    private static Task PrintAsync(FailingRun run)
    {
        run.Edit("shop_ingest_inc.dig", text => $"{text}\n+say:\n  echo>: \"{Printed()}\"\n+stop:\n  fail>: \"{Printed()}\"\n");
        return Task.CompletedTask;
    }

    private static string Printed() =>
        $"we say {Value}, {Uri.EscapeDataString(Value)} and {Convert.ToBase64String(Encoding.UTF8.GetBytes("shop:" + Value))}";
}
