using System.Globalization;
using Cdp.Trino.Execution;
using Cdp.Trino.Types;

namespace Cdp.Trino.Translation;

/// <summary>Pieces of DuckDB SQL that more than one rule needs.</summary>
internal static class Sql
{
    private const int ShortEnoughToRepeat = 160;

    public static string Text(string value) => Duck.Text(value);

    public static string Number(long value) => value < 0
        ? string.Create(CultureInfo.InvariantCulture, $"({value})")
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// An expression that fails with an error of Trino's when it is evaluated. A cast that cannot work carries the
    /// message: the engine's own error() may not stand inside TRY.
    /// </summary>
    /// <param name="message">SQL of a text.</param>
    public static string Fail(string name, string message, TrinoType type)
    {
        var text = $"concat({Text($"\u00AB{name}\u00BB ")}, {message}, '{Failures.End}')";
        return Of(type, $"CAST({text} AS INTEGER)");
    }

    public static string FailWith(string name, string message, TrinoType type) => Fail(name, Text(message), type);

    /// <summary>
    /// A refusal for the rows that meet a condition, to stand behind that same condition; it is counted, so that TRY does
    /// not make it a NULL.
    /// </summary>
    public static string RefuseWhen(string condition, string message, TrinoType type) =>
        Of(type, $"trino_refuse_when({condition}, {Text(message)})");

    /// <summary>A failing integer as a value of the type that is expected in its place.</summary>
    private static string Of(TrinoType type, string failing) => type.Kind switch
    {
        Kind.Integer or Kind.Unknown or Kind.IntervalYear => failing,
        Kind.Boolean or Kind.TinyInt or Kind.SmallInt or Kind.BigInt or Kind.IntervalDay or Kind.Real or Kind.Double
            or Kind.Varchar or Kind.Char or Kind.Json or Kind.Decimal => $"CAST({failing} AS {DuckTypes.Of(type)})",
        _ => $"CAST(CAST({failing} AS VARCHAR) AS {DuckTypes.Of(type)})",
    };

    /// <summary>
    /// Uses a value several times. A long text is bound once, so that nested rules do not double in size at each level.
    /// </summary>
    public static string Let(string value, Func<string, string> body, int depth = 0)
    {
        if (value.Length <= ShortEnoughToRepeat)
        {
            return body(value);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"v{value.Length}_{depth}");
        var bound = body(name);

        // inside a lambda the engine takes no sub-query and no window function
        return bound.Contains("SELECT ", StringComparison.Ordinal) || bound.Contains(" OVER (", StringComparison.Ordinal)
            ? body(value)
            : $"list_transform([{value}], lambda {name}: {bound})[1]";
    }

    public static string Cast(string sql, TrinoType type) => $"CAST({sql} AS {DuckTypes.Of(type)})";
}
