using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Cdp.Emulator.Tests.Workflows;

/// <summary>The recorded cases <c>cli/archive_too_big</c> and <c>cli/archive_big_compressible</c>.</summary>
public sealed class ArchiveSizeTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task An_archive_above_2_MiB_is_refused() => Assert.Equal(
        "Size of the uploaded archive file exceeds limit (2097152 bytes)",
        await RefusalAsync("big.bin", Convert.ToBase64String(RandomNumberGenerator.GetBytes(3_145_728))));

    [Fact]
    public async Task A_file_above_2_MiB_is_refused_however_well_it_packs() => Assert.Equal(
        "Size of a file in the archive exceeds limit (5242880 > 2097152 bytes): big.txt",
        await RefusalAsync("big.txt", new string('a', 5_242_880)));

    private async Task<string?> RefusalAsync(string name, string text)
    {
        using var body = new ByteArrayContent(TarGz.Of(("main.dig", "+a:\n  echo>: x\n"), (name, text)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/gzip");

        using var response = await emulator.Http.PutAsync("/api/projects?project=size&revision=r1", body);

        Assert.Equal(400, (int)response.StatusCode);
        return (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"];
    }
}
