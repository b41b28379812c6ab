namespace Cdp.Trino.Hive;

/// <summary>The kinds of failure that Hive tells apart, and our own refusal.</summary>
internal static class HiveError
{
    public const string ParseError = "PARSE_ERROR";
    public const string SemanticError = "SEMANTIC_ERROR";

    public static TrinoException Refused(string what, int? line = null, int? column = null) =>
        new(TrinoException.NotSupportedLocally, $"{what} is not supported locally in Hive's SQL", line, column);

    public static TrinoException Parse(string message, int line, int column) => new(ParseError, message, line, column);

    public static TrinoException Semantic(string message, HiveNode at) => new(SemanticError, message, at.At.Line, at.At.Column);
}
