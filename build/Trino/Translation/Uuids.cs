using Cdp.Trino.Runtime;

namespace Cdp.Trino.Translation;

/// <summary>UUIDs lie as their text in lower case.</summary>
internal static class Uuids
{
    public static void AddTo(IScalarFunctionSink sink) =>
        sink.Add<string, string>("varchar_to_uuid", text => Read(text) ?? throw TrinoFailure.InvalidCast($"Cannot cast value to UUID: {text}"));

    /// <summary>Null when the text is none.</summary>
    public static string? Read(string text) => Guid.TryParseExact(text, "D", out var value) ? value.ToString("D") : null;
}
