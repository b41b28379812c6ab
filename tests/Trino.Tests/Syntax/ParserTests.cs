using Cdp.Trino.Syntax;
using Cdp.Trino.Tests.Conformance;

namespace Cdp.Trino.Tests.Syntax;

public sealed class ParserTests
{
    private const string Odd = "()[],.'\"`;:?*+-<>=|$%{}0aé";

    [Fact]
    public void Mutated_statements_are_parsed_or_refused_and_never_more()
    {
        var random = new Random(7);
        var texts = CaseFile.Read("parser.jsonl").Concat(CaseFile.Read("expressions.jsonl"))
            .Select(c => c["sql"]!.GetValue<string>()).Where(s => s.Length < 600).ToArray();

        for (var i = 0; i < 100_000; i++)
        {
            var text = Mutated(texts[random.Next(texts.Length)], texts, random);
            try
            {
                Parser.ParseStatement(text);
            }
            catch (TrinoException error)
            {
                Assert.Equal("SYNTAX_ERROR", error.ErrorName);
                Assert.InRange(error.Line ?? 0, 1, int.MaxValue);
            }
        }
    }

    [Fact]
    public void A_statement_of_a_megabyte_costs_the_parser_in_proportion_to_its_length()
    {
        static string Columns(int count) => "SELECT " + string.Join(", ", Enumerable.Range(0, count).Select(i => $"COALESCE(NULLIF(trim(c{i:00000}), ''), 'x') AS c{i:00000}"));
        static string Unions(int count) => string.Join(" UNION ALL ", Enumerable.Range(0, count).Select(i => $"SELECT a, b, {i:00000} AS n FROM t WHERE a > {i:00000} AND b LIKE 'x%'"));
        static string Terms(int count) => "SELECT 1 WHERE " + string.Join(" OR ", Enumerable.Range(0, count).Select(i => $"(a = {i:00000} AND b IN (1, 2))"));

        foreach (var (text, count) in new (Func<int, string>, int)[] { (Columns, 24_000), (Unions, 20_000), (Terms, 36_000) })
        {
            Assert.InRange(text(count).Length, 1_000_000, 2_000_000);
            Assert.InRange((double)Work(text(count)) / Work(text(count / 4)), 3, 6); // 16 were it quadratic
        }
    }

    /// <summary>What the parser allocates: every token that it looks at twice shows, and no clock is asked.</summary>
    private static long Work(string sql)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Parser.ParseStatement(sql);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_nest_that_is_too_deep_is_an_error_and_not_the_end_of_the_process()
    {
        var error = Assert.Throws<TrinoException>(() => Parser.ParseStatement($"SELECT {new string('(', 100_000)}1"));

        Assert.Equal("SYNTAX_ERROR", error.ErrorName);
    }

    [Theory]
    [InlineData("SELECT a FROM t WHERE a == 1", "one =")]
    [InlineData("SELECT a, FROM t", "comma too many")]
    [InlineData("SELECT a FROM t LIMIT 10 OFFSET 5", "OFFSET comes before LIMIT")]
    [InlineData("SELECT a::bigint FROM t", "CAST(x AS type)")]
    [InlineData("SELECT ${x} FROM t", "left over")]
    [InlineData("SELECT `a` FROM t", "use double quotes")]
    [InlineData("SELECT a FROM t LIMIT 10, 20", "OFFSET n LIMIT m")]
    [InlineData("SELECT a FROM t LATERAL VIEW explode(x) e AS y", "CROSS JOIN UNNEST")]
    [InlineData("SELECT a FROM t WHERE b = ${from}", "left over")]
    [InlineData("SELECT a FROM ${db}.t", "left over")]
    [InlineData("SELECT a, b, FROM t", "comma too many")]
    [InlineData("SELECT a FROM t GROUP BY a,", "comma too many")]
    [InlineData("SELECT a FROM t WHERE b = 1;", "semicolon")]
    public void Habits_of_other_dialects_get_a_hint(string sql, string hint)
    {
        var error = Assert.Throws<TrinoException>(() => Parser.ParseStatement(sql));

        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    private static string Mutated(string text, string[] others, Random random)
    {
        for (var k = random.Next(1, 4); k > 0 && text.Length > 1; k--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Odd[random.Next(Odd.Length)].ToString()),
                2 => text[..at] + others[random.Next(others.Length)].PadRight(9)[..8] + text[at..],
                _ => text[..at] + " " + text[at..],
            };
        }

        return text;
    }
}
