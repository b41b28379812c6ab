using System.Collections.Immutable;
using Cdp.Pipeline;
using Cdp.Pipeline.Ports;
using Cdp.TdLike;
using Cdp.Tests;
using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

/// <summary>What td is started with, and what stays behind (spec/td_cli.md §8).</summary>
public sealed class HygieneTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private static readonly string[] _added = ["JAVA_TOOL_OPTIONS", "LANG", "LC_ALL", "PWD", "TD_LIKE_CONTROL", "TREASURE_DATA_CONFIG_PATH", "TZ"];

    private readonly TdInstallation _td = new();

    public void Dispose() => _td.Dispose();

    [Fact]
    public async Task A_call_has_a_private_conf_a_clean_environment_and_a_closed_input()
    {
        Environment.SetEnvironmentVariable("TREASURE_DATA_API_KEY", "1/ffffffffffffffffffffffffffffffffffffffff");
        Environment.SetEnvironmentVariable("SHOP_PASSWORD", "s3cr3t");

        await Platform().ListDatabasesAsync(CancellationToken.None);

        var call = Assert.Single(_td.Calls);
        Assert.Equal(("600", "700", "UTC", true), (Text("ConfMode"), Text("FolderMode"), Text("Zone"), call["InputIsEmpty"]!.GetValue<bool>()));
        Assert.False(Directory.Exists(Text("Folder")));
        Assert.DoesNotContain(call["Environment"]!.AsArray().Select(n => n!.ToString()).Except(_added), IsTakenAway);
        Assert.True(IsTakenAway("SHOP_PASSWORD") && IsTakenAway("TREASURE_DATA_API_KEY"));
        string Text(string name) => call[name]!.ToString();
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_removed_by_the_next_and_nothing_of_a_living_one()
    {
        Directory.CreateDirectory(_td.Temp);
        var dead = Directory.CreateDirectory(Path.Combine(_td.Temp, "cdp-td-dead")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, "owner.lock"), string.Empty);
        await File.WriteAllTextAsync(Path.Combine(dead, "td.conf"), "apikey = 1/0000");
        using var living = PrivateFolder.Create(_td.Temp);

        await Platform().ListDatabasesAsync(CancellationToken.None);

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(living.Path));
    }

    /// <summary>The check of the check: a secret that is somewhere is found there, in each of its forms.</summary>
    [Theory]
    [InlineData("{0}")]
    [InlineData("key=1/0123456789abcdef0123456789abcdef01234567;")]
    [InlineData("key=1%2F0123456789abcdef0123456789abcdef01234567")]
    [InlineData("…1/0123456789abcdef0123")]
    [InlineData("3456789abcdef01234567")]
    [InlineData("MS8wMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3")]
    [InlineData("eDoxLzAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc=")]
    public void A_canary_that_is_there_is_found(string text)
    {
        const string Key = "1/0123456789abcdef0123456789abcdef01234567";

        Assert.NotEmpty(Canary.Found(Key, [("a log", text.Replace("{0}", Key, StringComparison.Ordinal))]));
        Assert.Empty(Canary.Found(Key, [("a log", "nothing of it, but 0123456789")]));
    }

    [Fact]
    public async Task The_key_is_nowhere_but_in_the_conf()
    {
        var key = emulator.Endpoint.Token;
        var secret = new Secret("canary-4f1c22aa90b7e5d3-canary");
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(() => ArgumentsOfAllAsync(stop.Token));

        var said = await UseAsync(secret);
        await stop.CancelAsync();

        (string, string)[] seen = [("arguments of all programs", string.Join('\n', await watch).Replace('\0', ' ')), ("what was answered", string.Join('\n', said))];
        Assert.Contains("wf start canary hello", seen[0].Item2, StringComparison.Ordinal);
        Assert.All([key, secret.Value], canary => Assert.Empty(Canary.Found(canary, seen, Path.GetDirectoryName(_td.Program))));
        Assert.Empty(Directory.GetFileSystemEntries(_td.Temp));
    }

    private static bool IsTakenAway(string name) => TdEnvironment.Of(new Dictionary<string, string> { [name] = "x" }, "c")[name] is null;

    /// <summary>Everything that a platform can be asked, and what it says when it is refused.</summary>
    private async Task<List<string>> UseAsync(Secret secret)
    {
        var said = new List<string>();
        var push = new ProjectPush("canary", emulator.Project("canary", "hello", "timezone: UTC\n+a:\n  echo>: x\n"), "r1");
        await Platform().PushAsync(push, CancellationToken.None);
        await Platform().SetSecretAsync("canary", "shop.key", secret, CancellationToken.None);
        said.AddRange(await Platform().ListSecretsAsync("canary", CancellationToken.None));
        var attempt = await Platform().StartAsync(
            new("canary", "hello", DateTimeOffset.UnixEpoch, ImmutableDictionary<string, string>.Empty.Add("source", "shop")), CancellationToken.None);
        said.Add(await Platform().GetLogAsync(attempt.AttemptId, null, CancellationToken.None));
        _td.Rules(new Rule("db:list", "transcript", 1, Path.Combine(Transcript.Folder(), "db_list__401.txt")), new Rule("wf secrets", "garbage", 9));
        said.Add((await Assert.ThrowsAsync<PlatformException>(() => Platform().ListDatabasesAsync(CancellationToken.None))).ToString());
        said.Add((await Assert.ThrowsAsync<PlatformException>(
            () => Platform().SetSecretAsync("canary", "shop.key", secret, CancellationToken.None))).ToString());
        said.Add((await Assert.ThrowsAsync<PlatformException>(() => Platform().GetAttemptAsync("424242", CancellationToken.None))).ToString());
        return said;
    }

    private static async Task<HashSet<string>> ArgumentsOfAllAsync(CancellationToken stop)
    {
        var seen = new HashSet<string>();
        while (!stop.IsCancellationRequested)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
            {
                try
                {
                    seen.Add(await File.ReadAllTextAsync(Path.Combine(process, "cmdline"), CancellationToken.None));
                }
                catch (IOException)
                {
                    // It has ended.
                }
            }

            await Task.Yield();
        }

        return seen;
    }

    private TdPlatform Platform() => _td.Platform(emulator, new ImpatientClock());
}
