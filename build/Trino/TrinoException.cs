namespace Cdp.Trino;

/// <summary>A statement was refused or failed, in Trino's words.</summary>
/// <param name="errorName">Trino's name, as <c>COLUMN_NOT_FOUND</c>, or <see cref="NotSupportedLocally"/>.</param>
/// <param name="line">From 1, or null where Trino gives no place.</param>
public sealed class TrinoException(
    string errorName,
    string message,
    int? line = null,
    int? column = null,
    Exception? innerException = null)
    : Exception(line is null ? message : $"line {line}:{column}: {message}", innerException)
{
    /// <summary>Trino would answer, we do not: better no answer than another one.</summary>
    public const string NotSupportedLocally = "NOT_SUPPORTED_LOCALLY";

    public string ErrorName { get; } = errorName;

    public int? Line { get; } = line;

    public int? Column { get; } = column;
}
