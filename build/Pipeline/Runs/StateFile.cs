using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Runs;

/// <summary>Reads and writes the state: whole or not at all.</summary>
public sealed class StateFile(FileStore files, Workspace workspace)
{
    internal static JsonSerializerOptions Format { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ZuluTime(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The state on disk, or null when there is none yet.</summary>
    public RunState? Read()
    {
        if (files.TryReadText(workspace.StateFile) is not { } text)
        {
            return null;
        }

        try
        {
            var version = (int?)JsonNode.Parse(text)?["schema_version"] ?? 0;
            return version == RunState.CurrentVersion
                ? JsonSerializer.Deserialize<RunState>(text, Format)
                : throw new PipelineException(
                    $"{workspace.StateFile} has version {version}; this program knows version {RunState.CurrentVersion}. Use the program that wrote it, or begin anew with --fresh.",
                    ExitCode.WrongInput);
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or FormatException)
        {
            throw new PipelineException(
                $"{workspace.StateFile} cannot be read as a state: {ex.Message} Restore it, or begin anew with --fresh.",
                ExitCode.WrongInput,
                ex);
        }
    }

    public void Write(RunState state) =>
        files.WriteText(workspace.StateFile, KnownSecrets.WithoutKeys(JsonSerializer.Serialize(state, Format)) + "\n");

    /// <summary>UTC with a Z, as the seed writes it.</summary>
    private sealed class ZuluTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
