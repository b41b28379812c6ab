using Cdp.Build.Views;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Tests;

public sealed class ViewTests
{
    private static readonly Cell _deploy = new(Phase.HistUnion, Step.Deploy);
    private static readonly StepEnd _done =
        new(EndMark.Done, "Complete", [("Project", "acme_hist_union"), ("Status", "Deployed successfully")], "Proceeding", TimeSpan.FromSeconds(1.25));

    [Fact]
    public void A_pipe_gets_a_line_when_a_cell_starts_and_one_when_it_ends()
    {
        var output = new StringWriter { NewLine = "\n" };
        var view = new PlainView(output);

        view.StepStarted(_deploy);
        view.StepProgress(_deploy, new("x", "1", "running", TimeSpan.Zero, TimeSpan.Zero));
        view.StepEnded(_deploy, _done);

        Assert.Equal(
            """
              [2/6] Deploy workflows ...
            ✓ [2/6] Deploy workflows - Complete (Project: acme_hist_union, Status: Deployed successfully) 1.3 s

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void What_went_wrong_is_said_in_full()
    {
        var output = new StringWriter { NewLine = "\n" };

        new PlainView(output).StepEnded(_deploy, _done with { Mark = EndMark.Failed, Word = "Failed", Text = "because of this" });

        Assert.StartsWith("✗ [2/6] Deploy workflows - Failed", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("because of this\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_banner_is_the_seeds() => Assert.Equal(
        """
        ┌─────────────────────────────────────────────────────┐
        │ PHASE 2: HIST-UNION                                 │
        ├─────────────────────────────────────────────────────┤
        │ [1/6] Generate workflows                            │
        │ [2/6] Deploy workflows                              │
        │ [3/6] Execute workflows                             │
        │ [4/6] Monitor execution                             │
        │ [5/6] Validate output                               │
        │ [6/6] Complete                                      │
        └─────────────────────────────────────────────────────┘
        """.ReplaceLineEndings("\n"),
        string.Join('\n', Banner.Whole(Phase.HistUnion)));

    [Theory]
    [InlineData("2", "skip")]
    [InlineData("abo", "abort")]
    [InlineData("x\n9\n1", "retry")]
    [InlineData("", "abort")]
    public async Task A_menu_takes_a_number_or_the_beginning_of_a_word(string typed, string chosen)
    {
        var output = new StringWriter { NewLine = "\n" };
        var question = new Question("deploy_failure", "It failed.", [new("retry", "Retry"), new("skip", "Skip"), new("abort", "Abort")], "abort");
        using var input = new StringReader(typed);

        var answer = await new TerminalPrompt(new PlainView(output), input.ReadLine, input.ReadLine).AskAsync(question, CancellationToken.None);

        Assert.Equal(chosen, answer);
        Assert.Contains("Options:\n1. Retry\n2. Skip\n3. Abort\n\nYour choice:\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_the_policy_answers_and_is_said()
    {
        var output = new StringWriter { NewLine = "\n" };
        var question = new Question("timeout", "It takes long.", [new("wait", "Wait"), new("abort", "Abort")], "abort");

        var answer = await new PolicyPrompt(new PlainView(output)).AskAsync(question, CancellationToken.None);

        Assert.Equal("abort", answer);
        Assert.Contains("→ Abort (on.timeout; nobody is asked)", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_asked_for_until_it_will_do()
    {
        var output = new StringWriter { NewLine = "\n" };
        using var input = new StringReader("Acme\n\n");
        var question = new TextQuestion("client", "3. Client name", "acme", text => text == "Acme" ? "'Acme' has a capital." : null);

        var answer = await new TerminalPrompt(new PlainView(output), input.ReadLine, input.ReadLine).AskTextAsync(question, CancellationToken.None);

        Assert.Equal("acme", answer);
        Assert.Equal("3. Client name (press Enter for acme):\n'Acme' has a capital.\n", output.ToString());
    }

    [Theory]
    [InlineData("Unification", true)]
    [InlineData("HistUnion-Deploy", false)]
    public void At_a_terminal_it_is_said_what_comes_next_where_something_does(string target, bool said)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = Spectre.Console.AnsiConsole.Create(new() { Ansi = Spectre.Console.AnsiSupport.No, Out = new Spectre.Console.AnsiConsoleOutput(output) });
        var arguments = Cdp.Build.CommandLine.Arguments.Parse([$"--target={target}"], Cdp.Build.CommandLine.TargetList.Names);

        new LiveView(console, arguments.GoesOnAfter).StepEnded(_deploy, _done);

        Assert.Equal(said, output.ToString().Contains("Proceeding to execution...", StringComparison.Ordinal));
    }
}
