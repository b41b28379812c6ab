using System.Text.Json.Nodes;
using Cdp.Build.Commands;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;

namespace Cdp.Build.Tests;

public sealed class QueryOutputTests
{
    private static readonly QueryResult _result = new(
        [new("n", "bigint"), new("t", "varchar")],
        [[JsonValue.Create(1), JsonValue.Create("a,\"b\"")], [null, JsonValue.Create("")]],
        null,
        null);

    [Theory]
    [InlineData("csv", "n,t\n1,\"a,\"\"b\"\"\"\n,\"\"\n")]
    [InlineData("json", """{"columns":[{"name":"n","type":"bigint"},{"name":"t","type":"varchar"}],"rows":[[1,"a,\"b\""],[null,""]]}""" + "\n")]
    [InlineData("jsonl", """{"n":1,"t":"a,\"b\""}""" + "\n" + """{"n":null,"t":""}""" + "\n")]
    public void A_result_is_written_for_programs(string format, string expected)
    {
        var output = new StringWriter { NewLine = "\n" };

        QueryOutput.Write(output, _result, format);

        Assert.Equal(expected, output.ToString());
    }

    [Fact]
    public void People_see_null_as_null_and_a_count()
    {
        var output = new StringWriter { NewLine = "\n" };

        QueryOutput.Write(output, _result, "table");

        Assert.Contains("NULL", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("2 rows\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_format_is_refused() => Assert.Equal(
        ExitCode.WrongInput,
        Assert.Throws<PipelineException>(() => QueryOutput.Write(new StringWriter(), _result, "jsn")).ExitCode);

    [Theory]
    [InlineData("{\"id\":1}")]
    [InlineData("not json")]
    [InlineData("{\"id\":1,\"steps\":[{}]}")]
    public void A_line_that_is_none_is_told_with_its_place(string line)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "{\"id\":0,\"sql\":\"SELECT 1\"}\n" + line + "\n");

        var error = Assert.Throws<PipelineException>(() => QueryFile.Read(file));

        File.Delete(file);
        Assert.StartsWith($"{file}:2:1: ", error.Message, StringComparison.Ordinal);
    }
}
