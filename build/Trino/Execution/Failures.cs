using DuckDB.NET.Data;

namespace Cdp.Trino.Execution;

/// <summary>No text of the engine reaches a user: what it says becomes an error of Trino, or our own.</summary>
internal static class Failures
{
    /// <summary>Ends a message that travels inside a failing cast (see Translation.Fail).</summary>
    public const char End = '\u00B6';

    public static T Translating<T>(this DuckDBConnection connection, Func<T> work)
    {
        _ = connection;
        try
        {
            return work();
        }
        catch (DuckDBException error) when (error.Message.Contains("INTERRUPT Error", StringComparison.Ordinal))
        {
            // while it plans the engine says so in its own way
            throw new OperationCanceledException("The statement was cancelled", error);
        }
        catch (DuckDBException error)
        {
            throw Translate(error);
        }
    }

    public static TrinoException Translate(DuckDBException error)
    {
        if (ScalarFunctions.FailureIn(error) is { } failure)
        {
            var end = failure.Message.IndexOf(End, StringComparison.Ordinal);
            return new TrinoException(
                failure.Name,
                end < 0 ? failure.Message : failure.Message[..end],
                innerException: error);
        }

        var text = error.Message;
        bool Has(string part) => text.Contains(part, StringComparison.Ordinal);
        var (name, message) = 0 switch
        {
            _ when Has("Out of Range Error") || Has("out of range for the destination") =>
                ("NUMERIC_VALUE_OUT_OF_RANGE", "A number is out of the range of its type"),
            _ when Has("More than one row returned by a subquery") =>
                ("SUBQUERY_MULTIPLE_ROWS", "Scalar sub-query has returned multiple rows"),
            _ when Has("Conversion Error") => ("INVALID_CAST_ARGUMENT", "A value cannot be cast to the type asked for"),
            _ when Has("Map keys must be unique") => ("INVALID_FUNCTION_ARGUMENT", "Duplicate map keys are not allowed"),
            _ when Has("Map keys can not be NULL") => ("INVALID_FUNCTION_ARGUMENT", "map key cannot be null"),
            _ when Has("Invalid input for MIN/MAX") => ("INVALID_FUNCTION_ARGUMENT", "second argument of max_n or min_n must be positive"),
            _ when Has("Out of Memory Error") => ("EXCEEDED_LOCAL_MEMORY_LIMIT", "Query exceeded the memory of this machine"),
            _ when Has("IO Error") => ("LOCAL_STORAGE_ERROR", "A file could not be read or written: " + FirstLine(text)),
            _ => (TrinoException.NotSupportedLocally, "The statement is not supported locally"),
        };
        return new TrinoException(name, message, innerException: error);
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
