using Cdp.Pipeline.Ports;

namespace Cdp.Build.Commands;

/// <summary>For a person at a terminal: the line of the statement that the error is in, and a caret under the place.</summary>
internal static class ErrorPlace
{
    /// <param name="firstColumn">Trino counts columns from 1, Hive from 0.</param>
    public static QueryException Shown(QueryException error, string sql, int firstColumn = 1)
    {
        var lines = sql.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        if (error.Line is not { } line || error.Column is not { } column || line < 1 || line > lines.Length || column < firstColumn)
        {
            return error;
        }

        var text = lines[line - 1];
        var before = text[..Math.Min(column - firstColumn, text.Length)];
        var blanks = string.Concat(before.Select(c => c == '\t' ? '\t' : ' '));
        return new QueryException(error.ErrorName, $"{error.Message}\n  {text}\n  {blanks}^", line, column);
    }
}
