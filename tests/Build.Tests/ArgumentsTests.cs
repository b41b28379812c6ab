using Cdp.Build.CommandLine;
using Cdp.Pipeline;

namespace Cdp.Build.Tests;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("--target=Stagng", "There is no target 'Stagng'. Did you mean 'Staging'?")]
    [InlineData("--traget=Staging", "There is no switch '--traget'. Did you mean '--target'?")]
    [InlineData("Staging", "'Staging' is not a switch. Write --target=Staging to run a target.")]
    [InlineData("--target", "--target needs a value: --target=NAME.")]
    [InlineData("--exclusive=maybe", "--exclusive takes no value, but 'maybe' was given.")]
    [InlineData("--now=yesterday", "--now=yesterday is not a time. Write it as 2026-01-31T10:00:00Z.")]
    [InlineData("--idle=abc", "--idle=abc is not a number of seconds.")]
    [InlineData("--verbosity=normall", "There is no verbosity 'normall'. Did you mean 'normal'?")]
    [InlineData("--sql=SELECT", "--sql does nothing for --target=Default; it belongs to Query.")]
    public void A_slip_is_told_with_what_was_meant(string argument, string message)
    {
        var error = Assert.Throws<PipelineException>(() => Arguments.Parse([argument], TargetList.Names));

        Assert.Equal(ExitCode.WrongInput, error.ExitCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_slips_are_told_at_once()
    {
        var error = Assert.Throws<PipelineException>(() => Arguments.Parse(["--traget=x", "--forse", "--target=Nope"], TargetList.Names));

        Assert.Equal(3, error.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("--target=staging-deploy")]
    [InlineData("--Target=Staging-Deploy")]
    [InlineData("-t=Staging-Deploy")]
    public void A_target_is_found_whatever_its_case(string argument) =>
        Assert.Equal("Staging-Deploy", Arguments.Parse([argument], TargetList.Names).Target);

    [Fact]
    public void A_value_may_follow_after_a_blank_and_hold_equals_signs()
    {
        var arguments = Arguments.Parse(["--target", "Rehearse", "--project", "x", "--params=a=b;c=d"], TargetList.Names);

        Assert.Equal(("x", "a=b;c=d"), (arguments["project"], arguments["params"]));
    }

    [Fact]
    public void Every_cell_every_phase_and_every_tool_is_a_target()
    {
        var cells = PhaseNames.All.SelectMany(phase => Enum.GetValues<Step>().Select(step => $"{phase}-{step}"));
        string[] others =
        [
            "Ingestion", "HistUnion", "Staging", "Unification", "Pipeline", "Report", "Status", "Query", "Check", "Rehearse",
            "Emulator", "Test", "Default",
        ];

        Assert.Empty(cells.Concat(others).Except(TargetList.Names));
        Assert.All(TargetList.All, target => Assert.NotEmpty(target.Description));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_help_fits_the_screen_and_says_everything(int width)
    {
        using var output = new StringWriter { NewLine = "\n" };

        Help.Write(output, Arguments.Parse(["--target=Query", "--help"], TargetList.Names), width);

        var lines = output.ToString().Split('\n').Skip(1).ToList();
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        var text = string.Join(' ', lines.Select(l => l.Trim()));
        Assert.All(Switches.All.Where(s => s.Fits("Query")), s => Assert.Contains($"--{s.Name}", text, StringComparison.Ordinal));
        Assert.Contains("a map of names to values that only you can read.", text, StringComparison.Ordinal);
    }
}
