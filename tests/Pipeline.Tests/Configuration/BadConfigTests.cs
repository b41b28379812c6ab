using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;

namespace Cdp.Pipeline.Tests.Configuration;

/// <summary>Pairs of files: <c>Cases/config/&lt;name&gt;.yml</c> and what is said about it in <c>&lt;name&gt;.txt</c>.</summary>
public class BadConfigTests
{
    private static readonly string _cases = Repository.File("tests/Pipeline.Tests/Cases/config");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(_cases, "*.yml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_configuration_is_answered_by_sentences_with_places(string name)
    {
        var file = Path.Combine(_cases, name + ".yml");

        var error = Assert.Throws<PipelineException>(() => new ConfigLoader(new FileStore(new DiskFiles()), []).Load(file));

        Assert.Equal(ExitCode.WrongInput, error.ExitCode);
        Golden.TextMatchesFile(
            error.Message.Replace(_cases + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(_cases, "HERE", StringComparison.Ordinal) + "\n",
            Path.Combine(_cases, name + ".txt"));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<PipelineException>(() => new ConfigLoader(new FileStore(new DiskFiles()), []).Load("nowhere.yml"));

        Assert.Equal("There is no configuration nowhere.yml. Say where it is with --config=FILE, or have one written: ./build.sh --target=Init.", error.Message);
    }
}
