using System.Collections.Immutable;
using Cdp.TdLike;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>The td-like program without a process of its own, for measures of many calls; what it answers may be lost.</summary>
/// <param name="lose">What the caller gets instead of the output, or the output.</param>
internal sealed class InProcessTd(TdAccount account, Func<TdCommand, TdOutput, TdOutput> lose) : ITdProgram, IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<TdOutput> RunAsync(TdCommand command, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("td-in-process-").FullName;
        try
        {
            foreach (var (name, text) in command.Files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
            }

            var conf = $"[account]\n  apikey = {account.ApiKey.Value}\n  endpoint = {account.Hosts.Api.GetLeftPart(UriPartial.Authority)}\n";
            var answer = await Cdp.TdLike.Td.RunAsync(new Call([.. command.Arguments], conf, folder, () => command.Input ?? string.Empty), _http);
            return lose(command, new(answer.ExitCode, answer.Out.Replace("\r", string.Empty, StringComparison.Ordinal), answer.Error)
            {
                Left = command.Leaves is { } left ? Left(Path.Combine(folder, left)) : ImmutableSortedDictionary<string, string>.Empty,
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => _http.Dispose();

    private static ImmutableSortedDictionary<string, string> Left(string path) =>
        File.Exists(path)
            ? ImmutableSortedDictionary<string, string>.Empty.Add(string.Empty, File.ReadAllText(path))
            : !Directory.Exists(path)
                ? ImmutableSortedDictionary<string, string>.Empty
                : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .ToImmutableSortedDictionary(file => Path.GetRelativePath(path, file), File.ReadAllText, StringComparer.Ordinal);
}
