using Cdp.Trino.Hive;
using Cdp.Trino.Tests.Conformance;

namespace Cdp.Trino.Tests.Hive;

public sealed class HiveFuzzTests
{
    private const string Odd = "()[],.'\"`;:?*+-<>=|$%{}0aé\\";

    private static readonly string[] Names = [HiveError.ParseError, HiveError.SemanticError, HiveError.RuntimeError, TrinoException.NotSupportedLocally];

    [Fact]
    public void Mutated_texts_are_parsed_or_refused_and_never_more()
    {
        var random = new Random(11);
        var texts = Texts();

        for (var i = 0; i < 100_000; i++)
        {
            var text = Mutated(texts[random.Next(texts.Length)], texts, random);
            try
            {
                HiveParser.Parse(text, i % 2 == 0 ? HiveVersion.Two : HiveVersion.Four);
            }
            catch (TrinoException error)
            {
                Assert.Contains(error.ErrorName, Names);
            }
        }
    }

    [Fact]
    public async Task Mutated_texts_are_answered_or_fail_by_hives_names()
    {
        var random = new Random(12);
        var texts = Texts();
        using var database = TrinoDatabase.Open(":memory:");
        database.CreateDatabase("default");

        for (var i = 0; i < 3_000; i++)
        {
            var text = Mutated(texts[random.Next(texts.Length)], texts, random);
            var context = new QueryContext
            {
                Database = "default",
                Dialect = i % 3 == 0 ? Dialect.TdHive : Dialect.Hive,
                HiveVersion = i % 2 == 0 ? HiveVersion.Two : HiveVersion.Four,
                Now = DateTimeOffset.UnixEpoch,
            };
            try
            {
                await database.ExecuteAsync(text, context, CancellationToken.None);
            }
            catch (TrinoException error)
            {
                Assert.True(Names.Contains(error.ErrorName), $"{text}\n{error.ErrorName}: {error.Message}");
                Assert.DoesNotContain("DuckDB", error.Message, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void A_nest_that_is_too_deep_is_refused_and_not_the_end_of_the_process()
    {
        foreach (var deep in new[] { new string('(', 100_000) + "1", string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "true", string.Concat(Enumerable.Repeat("- ", 100_000)) + "1" })
        {
            var error = Assert.Throws<TrinoException>(() => HiveParser.Parse($"SELECT {deep}", HiveVersion.Two));

            Assert.Equal(TrinoException.NotSupportedLocally, error.ErrorName);
        }
    }

    private static string[] Texts() =>
    [
        .. CaseFile.Read("hive/expressions.jsonl").Select(c => c["sql"]!.GetValue<string>()),
        .. CaseFile.Read("hive/statements.jsonl").SelectMany(c => c["steps"]!.AsArray()).Select(s => s!["sql"]!.GetValue<string>()),
    ];

    private static string Mutated(string text, string[] others, Random random)
    {
        for (var k = random.Next(1, 4); k > 0 && text.Length > 1; k--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Odd[random.Next(Odd.Length)].ToString()),
                2 => text[..at] + others[random.Next(others.Length)].PadRight(17)[7..16] + text[at..],
                _ => text[..at] + " " + text[at..],
            };
        }

        return text;
    }
}
