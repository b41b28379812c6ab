using Cdp.Build.Views;
using Cdp.Emulator.Rehearsing;
using Spectre.Console;

namespace Cdp.Build.Tests;

public sealed class TaskTreeTests
{
    [Fact]
    public void Tasks_stand_under_their_groups_with_their_states()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });

        console.Write(TaskTree.Of([
            Task("+main", null, "group_error"),
            Task("+main+a", "+main", "planned"),
            Task("+main+a+x[1]", "+main+a", "success"),
            Task("+main+b", "+main", "error")]));

        var lines = text.ToString().Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Equal(4, lines.Count(line => line.Length > 0));
        Assert.Equal("✗ +main group_error", lines[0]);
        Assert.EndsWith("… +a planned", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("✓ +x[1] success", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("✗ +b error", lines[3], StringComparison.Ordinal);
        Assert.True(lines[2].IndexOf('✓', StringComparison.Ordinal) > lines[1].IndexOf('…', StringComparison.Ordinal));
    }

    private static RehearsedTask Task(string name, string? parent, string state) => new()
    {
        FullName = name,
        Parent = parent,
        IsGroup = parent is null,
        State = state,
        Config = [],
        Upstreams = [],
        ExportParams = [],
        StoreParams = [],
        Error = [],
    };
}
