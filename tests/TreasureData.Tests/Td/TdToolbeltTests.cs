using Cdp.TreasureData.Td;

namespace Cdp.TreasureData.Tests.Td;

public sealed class TdToolbeltTests : IDisposable
{
    private static readonly TdHosts _us = TdHosts.Of("us");

    private readonly string _home = Directory.CreateTempSubdirectory("td-home-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Each_thing_that_is_missing_is_named_in_turn()
    {
        List<string?> reasons = [Reason()];
        Make("bin/td");
        reasons.Add(Reason());
        Make(".td/digdag/digdag");
        reasons.Add(Reason());
        Make("bin/java");
        reasons.Add(Reason());

        Assert.Equal(
            [
                "td is not installed",
                "td's workflow module is not installed; 'td workflow:update' does it",
                "td's workflow module finds no Java; install Java 8 to 21, or name it in TD_WF_JAVA",
                null,
            ],
            reasons);
    }

    [Fact]
    public void A_host_without_a_workflow_api_that_td_knows_is_one_too()
    {
        Make("bin/td");
        Make("bin/java");
        Make(".td/digdag/digdag");

        Assert.Equal("td knows no workflow API for td.example.com", Toolbelt().WhyNot(TdHosts.At(new Uri("https://td.example.com"))));
    }

    private string? Reason() => Toolbelt().WhyNot(_us);

    private TdToolbelt Toolbelt() => new(name => name == "PATH" ? Path.Combine(_home, "bin") : null, _home);

    private void Make(string name)
    {
        var path = Path.Combine(_home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Empty);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
