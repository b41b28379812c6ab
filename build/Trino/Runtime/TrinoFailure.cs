namespace Cdp.Trino.Runtime;

/// <summary>A value made a function fail as it would in Trino: <see cref="Name"/> is Trino's error name.</summary>
internal sealed class TrinoFailure(string name, string message) : Exception(message)
{
    /// <summary>Our own name, unknown to Trino: the answer is not certain to be equal, so none is given.</summary>
    public const string Refused = "NOT_SUPPORTED_LOCALLY";

    public string Name { get; } = name;

    public static TrinoFailure InvalidArgument(string message) => new("INVALID_FUNCTION_ARGUMENT", message);

    public static TrinoFailure InvalidCast(string message) => new("INVALID_CAST_ARGUMENT", message);

    public static TrinoFailure OutOfRange(string message) => new("NUMERIC_VALUE_OUT_OF_RANGE", message);

    public static TrinoFailure NotCertain(string message) => new(Refused, message);
}
