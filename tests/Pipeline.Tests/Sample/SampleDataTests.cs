using System.Runtime.CompilerServices;

namespace Cdp.Pipeline.Tests.Sample;

public class SampleDataTests
{
    [Fact]
    public void The_sample_is_what_its_readme_says_of_the_originals()
    {
        var data = new SampleData(file => File.ReadAllText(Path.Combine(Root(), "tests/Pipeline.Tests/Cases/originals", file)));

        foreach (var (file, text) in data.Files())
        {
            var path = Path.Combine(Root(), "config/data", file);
            if (Environment.GetEnvironmentVariable("GOLDEN") == "accept")
            {
                File.WriteAllText(path, text);
            }

            Assert.Equal(text, File.ReadAllText(path));
        }
    }

    internal static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
