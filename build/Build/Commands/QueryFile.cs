using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Pipeline;

namespace Cdp.Build.Commands;

/// <summary>A line of a <c>.jsonl</c> file: one statement, or steps that run in a new empty database of their own.</summary>
internal sealed record QueryLine(JsonNode? Id, string? Sql, ImmutableArray<string> Steps);

internal static class QueryFile
{
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PipelineException($"There is no file {path}.", ExitCode.WrongInput, ex);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException($"{path} cannot be read: {ex.Message}", ExitCode.WrongInput, ex);
        }
    }

    /// <exception cref="PipelineException">A line is not of the form, with its place.</exception>
    public static IReadOnlyList<QueryLine> Read(string path) =>
    [
        .. ReadText(path).Split('\n')
            .Select((text, index) => (Text: text, Number: index + 1))
            .Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .Select(line => Line(line.Text, string.Create(CultureInfo.InvariantCulture, $"{path}:{line.Number}:1"))),
    ];

    private static QueryLine Line(string text, string place)
    {
        try
        {
            if (JsonNode.Parse(text) is JsonObject line)
            {
                if (line["sql"] is JsonValue sql)
                {
                    return new(line["id"]?.DeepClone(), sql.GetValue<string>(), []);
                }

                if (line["steps"] is JsonArray steps)
                {
                    return new(line["id"]?.DeepClone(), null, [.. steps.Select(step => step!["sql"]!.GetValue<string>())]);
                }
            }
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw Wrong(place, ex);
        }

        throw Wrong(place, null);
    }

    private static PipelineException Wrong(string place, Exception? cause) => new(
        $"{place}: each line is {{\"id\":…,\"sql\":\"…\"}} or {{\"id\":…,\"steps\":[{{\"sql\":\"…\"}},…]}}; this one is not.",
        ExitCode.WrongInput,
        cause);
}
