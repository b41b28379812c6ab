using Cdp.Digdag.Language;

namespace Cdp.Digdag.Tests;

public sealed class WorkflowLoaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("timezone: Mars/Base\n", "main.dig:1:1")]
    [InlineData("+a:\n  echo>: x\nbad: 1\n", "main.dig:3:1")]
    [InlineData("+a:\n  +b:\n    echo>: x\n    sh>: y\n", "main.dig:2:3")]
    [InlineData("+a:\n  +b:\n    echo>: x\n  _retri: 1\n", "main.dig:4:3")]
    [InlineData("+a:\n  +b:\n  +c:\n    echo>: x\n", "main.dig:2:3")]
    [InlineData("+a:\n  echo>: x\n  _error:\n    what: 1\n", "main.dig:4:5")]
    [InlineData("_parallel: true\n+a:\n  echo>: x\n+b:\n  _after: [+z]\n  echo>: y\n", "main.dig:5:3")]
    [InlineData("schedule:\n  daily>: noon\n", "main.dig:1:1")]
    [InlineData("schedule:\n  daily>: 07:00:00\n  delay: 5\n", "main.dig:3:3")]
    [InlineData("+a:\n  echo>: 1\n  echo>: 2\n", "main.dig:3:3")]
    [InlineData("+a:\n  !include : part.yml\n", "part.yml:4:1")]
    public void Says_where_a_workflow_is_wrong(string text, string place)
    {
        _folder.Write("main.dig", text);
        _folder.Write("part.yml", "echo>: x\n+sub:\n  echo>: y\n+sub:\n  echo>: z\n");

        var error = Assert.Single(ProjectCheck.Run(_folder.Path, DateTimeOffset.UnixEpoch).Errors);

        Assert.Equal(place, error.Position.ToString());
    }

    [Fact]
    public void Sets_the_folder_of_a_called_file_as_its_workdir()
    {
        _folder.Write("sub/x.dig", "_export:\n  _workdir: deep\n+a:\n  echo>: x\n");

        var workflow = WorkflowLoader.LoadFile(new ProjectFiles(_folder.Path), "sub/x.dig");

        Assert.Equal("sub/deep", workflow.Config.GetNested("_export").GetString("_workdir"));
    }

    [Fact]
    public void Refuses_aliases_that_explode()
    {
        _folder.Write(
            "main.dig",
            "_export:\n  a: &a [1,1,1,1,1,1,1,1,1,1]\n" +
            string.Concat("bcdefghij".Select((c, i) => $"  {c}: &{c} [{string.Join(',', Enumerable.Repeat($"*{(char)('a' + i)}", 10))}]\n")));

        var error = Assert.Single(ProjectCheck.Run(_folder.Path, DateTimeOffset.UnixEpoch).Errors);

        Assert.Contains("more than 200000 values", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.tmp\n!keep.tmp\nskip/\n", "keep.tmp,main.dig,sub,sub/x.txt")]
    [InlineData("/a.tmp\nsub/**\n", "b.tmp,keep.tmp,main.dig,skip,skip/z.txt,sub")]
    [InlineData("# nothing\n[ab].tmp\n", "keep.tmp,main.dig,skip,skip/z.txt,sub,sub/x.txt")]
    public void Leaves_out_what_digdagignore_names(string rules, string kept)
    {
        foreach (var file in (string[])["main.dig", "a.tmp", "b.tmp", "keep.tmp", "skip/z.txt", "sub/x.txt", ".hidden"])
        {
            _folder.Write(file, "+a:\n  echo>: x\n");
        }

        _folder.Write(".digdagignore", rules);

        Assert.Equal(kept, string.Join(',', new ProjectFiles(_folder.Path).Entries().Select(e => e.Path)));
    }
}
