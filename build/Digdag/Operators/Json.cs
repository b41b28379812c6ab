using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators;

/// <summary>JSON text as digdag writes and reads it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(JsonNode? node) => node?.ToJsonString(Plain) ?? "null";

    /// <exception cref="TaskFailure">Not JSON, in the words of digdag's parser where they are short.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException ex)
        {
            throw TaskFailure.Config(Word(text) is { Length: > 0 } word
                ? $"com.fasterxml.jackson.core.JsonParseException: Unrecognized token '{word}': was expecting ('true', 'false' or 'null')\n"
                    + $" at [Source: (String)\"{text}\"; line: 1, column: {Column(text, word)}]"
                : $"Not valid JSON: \"{text}\" ({ex.Message})");
        }
    }

    private static string Word(string text) => string.Concat(text.TrimStart().TakeWhile(char.IsLetter));

    /// <summary>digdag's parser counts what it has read; at the end of the text it counts the whole text twice.</summary>
    private static int Column(string text, string word)
    {
        var end = text.IndexOf(word, StringComparison.Ordinal) + word.Length;
        return end == text.Length ? (2 * end) + 1 : end + 1;
    }
}
