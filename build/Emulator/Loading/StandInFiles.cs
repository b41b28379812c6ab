using Cdp.Emulator.Http;
using Cdp.Trino;

namespace Cdp.Emulator.Loading;

/// <summary>Where a stand-in's rows lie: its file, or what its address answers, kept in the emulator's folder.</summary>
internal sealed class StandInFiles(HttpClient http, string folder)
{
    public static LoadFormat FormatOf(StandIn standIn) => standIn.Format switch
    {
        "csv" => LoadFormat.Csv,
        "jsonl" => LoadFormat.JsonLines,
        "parquet" => LoadFormat.Parquet,
        _ => LoadFormat.Json,
    };

    /// <summary>What was fetched is of no use after the load.</summary>
    public void Release(StandIn standIn, string path)
    {
        if (standIn.Format == "http")
        {
            File.Delete(path);
        }
    }

    public async Task<string> FindAsync(StandIn standIn, CancellationToken cancellation)
    {
        if (standIn.Format == "http")
        {
            return await FetchAsync(standIn.Path, cancellation);
        }

        return File.Exists(standIn.Path)
            ? standIn.Path
            : throw ApiException.NotFound(
                $"The stand-in's file {standIn.Path} does not exist. Put it there, or name another one under local.sources in the config.");
    }

    private async Task<string> FetchAsync(string address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(new Uri(address), cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new ApiException(
                502, FormattableString.Invariant($"The stand-in {address} answered HTTP {(int)response.StatusCode}."));
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.GetRandomFileName() + ".json");
        await using var file = File.Create(path);
        await response.Content.CopyToAsync(file, cancellation);
        return path;
    }
}
