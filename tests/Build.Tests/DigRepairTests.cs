using Cdp.Build.Hosting;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Steps.Repair;

namespace Cdp.Build.Tests;

/// <summary>The slips of spec/td_cli.md §2, each repaired and accepted by the real loader and compiler; what is ambiguous is left alone.</summary>
public sealed class DigRepairTests
{
    private const string Good = "timezone: UTC\n\n+load:\n  td>: queries/a.sql\n  database: acme_src\n\n+done:\n  echo>: done\n";

    public static TheoryData<string, string, string> Slips => new()
    {
        { "missing colon after 'td>'", "+load:\n  td> queries/a.sql\n", "+load:\n  td>: queries/a.sql\n" },
        { "missing colon after 'echo>'", "+say:\n  echo>hello\n", "+say:\n  echo>: hello\n" },
        { "missing colon after 'td>'", Good.Replace("td>:", "td>", StringComparison.Ordinal), Good },
        { "missing colon after '+load'", Good.Replace("+load:", "+load", StringComparison.Ordinal), Good },
        { "missing colon after 'database'", Good.Replace("database:", "database", StringComparison.Ordinal), Good },
        { "missing colon after 'timezone'", Good.Replace("timezone:", "timezone", StringComparison.Ordinal), Good },
        { "missing space after 'td>:'", "+load:\n  td>:queries/a.sql\n", "+load:\n  td>: queries/a.sql\n" },
        { "missing space after 'database:'", Good.Replace("database: ", "database:", StringComparison.Ordinal), Good },
        { "a tab in the indentation", Good.Replace("  td>", "\ttd>", StringComparison.Ordinal), Good },
        { "a tab in the indentation", "+a:\n  +b:\n    td>: x.sql\n\t\tdatabase: d\n", "+a:\n  +b:\n    td>: x.sql\n    database: d\n" },
        { "a tab in the indentation", "+a:\n\t+b:\n\t\techo>: hi\n", "+a:\n  +b:\n    echo>: hi\n" },
        { "indentation", Good.Replace("  database", "   database", StringComparison.Ordinal), Good },
        { "indentation", Good.Replace("  database", " database", StringComparison.Ordinal), Good },
        { "indentation", Good.Replace("+done", " +done", StringComparison.Ordinal), Good },
        { "indentation", "+a:\n  _parallel: true\n  +b:\n    echo>: b\n   +c:\n    echo>: c\n", "+a:\n  _parallel: true\n  +b:\n    echo>: b\n  +c:\n    echo>: c\n" },
        { "indentation", Good.Replace("timezone", "  timezone", StringComparison.Ordinal), Good },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Repairs_the_slip_and_nothing_else(string what, string broken, string mended)
    {
        var repaired = Repair(broken);

        Assert.NotNull(repaired);
        Assert.Equal(mended, repaired.After);
        Assert.Contains(repaired.Fixes, f => f.What == what);
        Assert.Equal(broken, repaired.Before);
    }

    [Fact]
    public void Several_slips_of_one_file_are_repaired_together()
    {
        var repaired = Repair("+a:\n\ttd> x.sql\n  database:acme\n+b\n  echo>:hi\n");

        Assert.Equal("+a:\n  td>: x.sql\n  database: acme\n+b:\n  echo>: hi\n", repaired?.After);
        Assert.Equal([2, 3, 4, 5], repaired!.Fixes.Select(f => f.Line));
    }

    [Fact]
    public void Line_ends_stay_as_they_are()
    {
        var repaired = Repair("+load:\r\n  td> queries/a.sql\r\n");

        Assert.Equal("+load:\r\n  td>: queries/a.sql\r\n", repaired?.After);
    }

    [Fact]
    public void Text_that_only_looks_like_a_slip_is_not_touched()
    {
        var repaired = Repair("+say:\n  echo>: |\n    td> is an operator\n    see http:x\n+load:\n  td> a.sql\n");

        Assert.Equal("+say:\n  echo>: |\n    td> is an operator\n    see http:x\n+load:\n  td>: a.sql\n", repaired?.After);
    }

    [Theory]
    [InlineData("+load:\n  td>: 'queries/a.sql\n")] // where does the quote end?
    [InlineData("+load:\n  td>: a.sql\n  echo>: b\n")] // which of the two operators?
    [InlineData("+load:\n  td>: a.sql\n+load:\n  td>: b.sql\n")] // which name for the second?
    [InlineData("+load:\n  td: a.sql\n")] // an operator, or a parameter of one that is missing?
    [InlineData("+load:\n  td>: a.sql: b\n")]
    [InlineData("")]
    public void What_has_no_one_evident_cure_is_left_to_the_person(string text) => Assert.Null(Repair(text));

    [Fact]
    public void A_file_that_is_right_is_left_alone() => Assert.Null(Repair(Good));

    [Fact]
    public void The_change_is_shown_with_its_line()
    {
        var diff = Repair("+load:\n\ttd> queries/a.sql\n")!.Diff();

        Assert.Equal(
            """
            --- shop.dig
            +++ shop.dig (repaired)
            @@ line 2: a tab in the indentation, missing colon after 'td>' @@
            -→td> queries/a.sql
            +  td>: queries/a.sql
            """,
            diff);
    }

    private static RepairedFile? Repair(string text)
    {
        var checker = new WorkflowChecker(TimeProvider.System);
        return new DigRepair(candidate => [.. checker.Check(new Dictionary<string, string> { ["shop.dig"] = candidate }).Cast<FileProblem>()])
            .Repair("shop.dig", text);
    }
}
