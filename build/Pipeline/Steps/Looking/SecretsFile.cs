using Cdp.Pipeline.Files;
using Cdp.Yaml;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>A file of secrets that only its owner can read: a flat map of names to texts, YAML or JSON.</summary>
public static class SecretsFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <exception cref="PipelineException">Others can read it, or it is not such a map. No message holds a value.</exception>
    public static IReadOnlyDictionary<string, Secret> Read(FileStore files, string path)
    {
        if (!files.Exists(path))
        {
            throw new PipelineException($"There is no file {path}.", ExitCode.WrongInput);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new PipelineException($"Others can read {path}. Make it yours alone (chmod 600 {path}), then run the same command again.", ExitCode.WrongInput);
        }

        return Parsed(files.ReadText(path), path);
    }

    private static Dictionary<string, Secret> Parsed(string text, string path)
    {
        try
        {
            if (YamlDocument.Read(text, path) is YamlMapping map)
            {
                return map.Entries.ToDictionary(
                    entry => ((YamlScalar)entry.Key).Text,
                    entry => entry.Value is YamlScalar value ? new Secret(value.Text) : throw NotFlat(entry.Value.Position.ToString()),
                    StringComparer.Ordinal);
            }
        }
        catch (YamlSyntaxException ex)
        {
            throw NotFlat(ex.Position.ToString()); // the parser's own words may quote a value
        }

        throw NotFlat(path);
    }

    private static PipelineException NotFlat(string place) => new(
        $"{place}: This is not a flat map of secrets. Write one a line, as shop.apikey: VALUE.", ExitCode.WrongInput);
}
