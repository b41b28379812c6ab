using Cdp.Trino.Syntax;

namespace Cdp.Trino.Hive;

/// <summary>
/// The kinds of failure that Hive tells apart, and our own refusal. Lines count from 1 and columns from 0, as Hive counts.
/// </summary>
internal static class HiveError
{
    public const string ParseError = "PARSE_ERROR";
    public const string SemanticError = "SEMANTIC_ERROR";
    public const string RuntimeError = "RUNTIME_ERROR";

    public const int WrongArguments = 10014;
    public const int WrongCount = 10015;
    public const int WrongType = 10016;

    public static TrinoException Refused(string what, SqlPosition? at = null) =>
        new(TrinoException.NotSupportedLocally, $"{what} is not supported locally in Hive's SQL", at?.Line, at?.Column);

    public static TrinoException Refused(string what, HiveNode at) => Refused(what, HivePlaces.Of(at) ?? at.At);

    public static TrinoException Parse(string message, SqlPosition at) =>
        new(ParseError, $"ParseException line {at.Line}:{at.Column} {message}", at.Line, at.Column);

    /// <param name="code">Hive's error number, or null where it has none.</param>
    /// <param name="at">Null where Hive prints no place.</param>
    public static TrinoException Semantic(int? code, string message, SqlPosition? at = null)
    {
        var number = code is { } known ? $" [Error {known}]:" : "";
        var place = at is { } found ? $" Line {found.Line}:{found.Column}" : "";
        return new(SemanticError, $"SemanticException{number}{place} {message}", at?.Line, at?.Column);
    }

    /// <summary>Where an expression has no place Hive leaves the number of a wrong argument out too.</summary>
    public static TrinoException Semantic(int? code, string message, HiveNode at) => HivePlaces.Of(at) is { } place
        ? Semantic(code, message, place)
        : Semantic(code is WrongArguments or WrongType ? null : code, message);

    public static TrinoException UnknownColumn(string name, IEnumerable<string> known, SqlPosition at) => Semantic(
        10004, $"Invalid table alias or column reference '{name}': (possible column names are: {string.Join(", ", known)})", at);

    public static TrinoException TableNotFound(string name, SqlPosition? at = null) => Semantic(10001, $"Table not found '{name}'", at);

    public static TrinoException Runtime(string message) => new(RuntimeError, message);
}
