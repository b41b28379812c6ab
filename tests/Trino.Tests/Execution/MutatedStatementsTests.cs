using System.Text.RegularExpressions;
using Cdp.Tests;
using Cdp.Trino.Tests.Conformance;

namespace Cdp.Trino.Tests.Execution;

/// <summary>Statements that somebody spoiled: run to the end, they give an answer or an error in Trino's words.</summary>
public sealed partial class MutatedStatementsTests
{
    private static readonly string[] Numbers = ["0", "-1", "NULL", "9223372036854775807", "1.5", "2e300", "99999999999999999999", "''", "nan()"];
    private static readonly string[] Texts = ["''", "NULL", "'é日😀'", "'a'", "'1'", "1", "ARRAY[1]", "CAST(NULL AS varchar)"];

    [Theory]
    [InlineData(Dialect.Trino)]
    [InlineData(Dialect.Td)]
    internal async Task Nothing_of_the_engine_or_the_platform_shows(Dialect dialect)
    {
        var random = new Random(11);
        var sources = CaseFile.Read("expressions.jsonl").Select(c => c["sql"]!.GetValue<string>()).Where(s => s.Length < 400).ToArray();
        using var database = TrinoDatabase.Open(":memory:");
        database.CreateDatabase("cdp");
        var answered = 0;

        for (var i = 0; i < 2500; i++)
        {
            var sql = Mutated(sources[random.Next(sources.Length)], sources, random);
            try
            {
                await database.ExecuteAsync(sql, new QueryContext { Database = "cdp", Dialect = dialect, Now = DateTimeOffset.UnixEpoch }, CancellationToken.None);
                answered++;
            }
            catch (TrinoException error)
            {
                Assert.Matches("^[A-Z_0-9]+$", error.ErrorName);
                Assert.False(Foreign().IsMatch(error.Message.Replace(sql, "", StringComparison.Ordinal)), $"{sql}\n{error.Message}");
            }
        }

        Figures.Say($"trino mutated statements ({dialect})", $"2500 run, {answered} answered, the others with an error of Trino's; nothing of the engine shows");
        Assert.InRange(answered, 600, 2500);
    }

    private static string Mutated(string sql, string[] others, Random random) => random.Next(4) switch
    {
        0 => Whole().Replace(sql, m => random.Next(2) == 0 ? Numbers[random.Next(Numbers.Length)] : m.Value),
        1 => Quoted().Replace(sql, m => random.Next(2) == 0 ? Texts[random.Next(Texts.Length)] : m.Value),
        2 => Quoted().Replace(sql, m => others[random.Next(others.Length)] is var other && other.StartsWith("SELECT ", StringComparison.Ordinal) ? $"({other[7..]})" : m.Value, 1),
        _ => string.Join(' ', sql.Split(' ').Select(w => random.Next(12) == 0 ? others[random.Next(others.Length)].Split(' ')[^1] : w)),
    };

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Whole();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    /// <summary>Words of DuckDB's and .NET's messages, and of the SQL that is made for DuckDB.</summary>
    [GeneratedRegex(@"DuckDB|System\.|Exception|(?:Binder|Conversion|Parser|Catalog|Internal) Error|HUGEINT|list_|trino_|struct_pack|«|LINE \d|\bat Cdp|\br\d+\.c\d+")]
    private static partial Regex Foreign();
}
