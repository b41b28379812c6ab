using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Spectre.Console;

namespace Cdp.Build.Commands;

/// <summary>A result as a table for people, or as CSV, JSON or JSON lines for programs.</summary>
internal static class QueryOutput
{
    public static void Write(TextWriter output, QueryResult result, string format)
    {
        switch (format)
        {
            case "table":
                Table(output, result);
                break;
            case "csv":
                Csv(output, result);
                break;
            case "json":
                output.WriteLine(Answers.Line(Answers.Of(result)));
                break;
            case "jsonl":
                Lines(output, result);
                break;
            default:
                throw new PipelineException(
                    $"There is no format '{format}'.{Suggestion.For(format, ["table", "csv", "json", "jsonl"])} Use table, csv, json or jsonl.",
                    ExitCode.WrongInput);
        }
    }

    private static void Table(TextWriter output, QueryResult result)
    {
        if (result.Columns.IsEmpty)
        {
            output.WriteLine(result.UpdateCount is { } count
                ? string.Create(CultureInfo.InvariantCulture, $"{result.UpdateType ?? "Done"}: {count} rows")
                : result.UpdateType ?? "Done");
            return;
        }

        var table = new Table().Border(TableBorder.Square);
        foreach (var column in result.Columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Name)));
        }

        foreach (var row in result.Rows)
        {
            table.AddRow(row.Select(value => new Text(value is null ? "NULL" : Plain(value))));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Math.Max(Hosting.Terminal.Width, 40);
        console.Write(table);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Rows.Length} row{(result.Rows.Length == 1 ? "" : "s")}"));
    }

    private static void Csv(TextWriter output, QueryResult result)
    {
        output.WriteLine(string.Join(',', result.Columns.Select(c => Field(c.Name))));
        foreach (var row in result.Rows)
        {
            output.WriteLine(string.Join(',', row.Select(value => value is null ? string.Empty : Field(Plain(value)))));
        }
    }

    private static void Lines(TextWriter output, QueryResult result)
    {
        foreach (var row in result.Rows)
        {
            var line = new JsonObject();
            for (var i = 0; i < row.Length; i++)
            {
                line[result.Columns[i].Name] = row[i]?.DeepClone();
            }

            output.WriteLine(Answers.Line(line));
        }
    }

    private static string Plain(JsonNode value) => value is JsonValue scalar ? scalar.ToString() : Answers.Line(value);

    /// <summary>NULL is an empty field, the empty text a quoted one.</summary>
    private static string Field(string text) =>
        text.Length == 0 || text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
