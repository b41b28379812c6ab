using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Tests.Configuration;

public class PoliciesTests
{
    /// <summary>Every key under <c>on:</c>, its answers and its default stand in the table that people read.</summary>
    [Fact]
    public void The_table_of_policies_has_every_key_with_its_answers_and_its_default_first()
    {
        var rows = File.ReadAllLines(Repository.File("docs/policies.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToArray();

        foreach (var property in typeof(OnConfig).GetProperties().Where(p => p.PropertyType.IsEnum))
        {
            var row = Assert.Single(rows, r => r.StartsWith($"| `{SnakeCase.Of(property.Name)}` |", StringComparison.Ordinal));
            var answers = row.Split('|')[^2];
            var words = Enum.GetValues(property.PropertyType).Cast<Enum>().Select(SnakeCase.Of).ToArray();

            Assert.All(words, word => Assert.Contains($"`{word}`", answers, StringComparison.Ordinal));
            Assert.StartsWith($"`{SnakeCase.Of((Enum)property.GetValue(new OnConfig())!)}`", answers.Trim(), StringComparison.Ordinal);
        }
    }
}
