using System.Text.Json;

namespace Cdp.Emulator.Launching;

/// <summary><c>endpoint.json</c>: readable by its owner only, complete or absent, gone when the process has left in order.</summary>
/// <param name="Version">Of the code that runs: a rebuilt emulator takes the old one's place.</param>
internal sealed record EndpointFile(int Pid, int Port, string Url, string Token, DateTimeOffset Started, string Version)
{
    private const string FileName = "endpoint.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string CurrentVersion { get; } =
        typeof(EndpointFile).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    public static EndpointFile? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<EndpointFile>(File.ReadAllText(PathIn(folder)), Format);
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public static void Delete(string folder) => File.Delete(PathIn(folder));

    public void Write(string folder)
    {
        var temporary = PathIn(folder) + ".tmp";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, this, Format);
        }

        File.Move(temporary, PathIn(folder), overwrite: true);
    }

    public override string ToString() => Url;
}
