using System.Globalization;
using System.Text;
using Cdp.Trino.Execution;
using Cdp.Trino.Runtime.Regex;
using DuckDB.NET.Data;

namespace Cdp.Trino.Tests.Runtime;

/// <summary>Where DuckDB's own functions stand for Trino's, a model in .NET says the same.</summary>
public sealed class NativeFunctionsTests : IDisposable
{
    private static readonly string[] Pieces = ["a", "b", "A", "Z", "0", "9", "_", "-", "@", ".", " ", "\t", "\n", "\r", "\u001C", "é", "ß", "İ", "日", "本", "\u3000", "\u00A0", "\U0001F600", "e\u0301", "\u200B"];

    private static readonly string[] Patterns =
    [
        "a", ".", "[^a]", @"\d+", @"\w+", @"\s", @"\W", @"\D+", @"\S+", "[a-z]+", "[^0-9]", "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", "^a", "^[a-b]{1,3}", "a|b", "(a|ab)(c|b)", "a+?", "(?:ab?)+", "[日-本]", "é", @"[\s-]", @"[^\w\s]", @"\.", "a{2,3}", "[[a-c]&&[^b]]", "ab??", @"\Aa", @"b\z",
    ];

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly Random _random = new(7);

    public NativeFunctionsTests()
    {
        _connection.Open();
        ScalarFunctions.Register(_connection, new Refusals());
        Run("CREATE TABLE t(s VARCHAR)");
        using var appender = _connection.CreateAppender("t");
        for (var row = 0; row < 4000; row++)
        {
            appender.CreateRow().AppendValue(string.Concat(Enumerable.Range(0, _random.Next(9)).Select(_ => Pieces[_random.Next(Pieces.Length)]))).EndRow();
        }
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Patterns_left_to_the_engine_match_as_those_on_dotnet()
    {
        foreach (var pattern in Patterns)
        {
            var compiled = new JavaPattern(pattern);
            var (java, re2) = (Quote(pattern), Quote(compiled.Re2!));

            Assert.True(Count($"regexp_matches(s, {re2}) <> trino_regexp_like(s, {java})") == 0, pattern);
            if (!compiled.CanBeEmpty)
            {
                Assert.True(Count($"NULLIF(regexp_extract(s, {re2}), '') IS DISTINCT FROM trino_regexp_extract(s, {java})") == 0, pattern);
                Assert.True(Count($"regexp_replace(s, {re2}, '<>', 'g') <> trino_regexp_replace(s, {java}, '<>')") == 0, pattern);
            }
        }
    }

    [Theory]
    [InlineData("replace(s, 'a', 'xy') <> trino_replace(s, 'a', 'xy')")]
    [InlineData("string_split(s, 'a') <> trino_split(s, 'a')")]
    [InlineData("string_split(s, 'a')[2] IS DISTINCT FROM trino_split_part(s, 'a', 2)")]
    [InlineData("lpad(s, 3, 'xyz') <> trino_lpad(s, 3, 'xyz')")]
    [InlineData("rpad(s, 7, '日b') <> trino_rpad(s, 7, '日b')")]
    [InlineData("strpos(s, 'b') <> trino_strpos(s, 'b', 1)")]
    [InlineData("hex(encode(s)) <> trino_to_hex(trino_to_utf8(s))")]
    [InlineData("base64(encode(s)) <> trino_to_base64(trino_to_utf8(s))")]
    [InlineData("md5(s) <> lower(trino_to_hex(trino_md5(trino_to_utf8(s))))")]
    public void Text_functions_of_the_engine_agree_with_those_on_dotnet(string difference) => Assert.Equal(0, Count(difference));

    /// <summary>.NET leaves three letters of Turkish and old spelling alone; ß, and letters newer than Java's tables, stay as they are.</summary>
    [Fact]
    public void Letters_have_the_other_case_that_java_gives_them()
    {
        var known = new HashSet<int> { 0xDF, 0x130, 0x131, 0x17F, 0x19B, 0x264, 0x1C89, 0x1C8A, 0xA7CB, 0xA7CC, 0xA7CD, 0xA7DA, 0xA7DB, 0xA7DC };
        var differences = new StringBuilder();
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT i::INTEGER, upper(chr(i::INTEGER)), lower(chr(i::INTEGER)) FROM range(1, 65536) r(i) WHERE i NOT BETWEEN 55296 AND 57343";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var rune = new Rune(reader.GetInt32(0));
            if (!known.Contains(rune.Value) && (Rune.ToUpperInvariant(rune).ToString() != reader.GetString(1) || Rune.ToLowerInvariant(rune).ToString() != reader.GetString(2)))
            {
                differences.Append(CultureInfo.InvariantCulture, $" {rune.Value:X}>{char.ConvertToUtf32(reader.GetString(1), 0):X},{char.ConvertToUtf32(reader.GetString(2), 0):X}");
            }
        }

        Assert.True(differences.Length == 0, differences.ToString());
        Assert.Equal("İ>i ı>I ſ>S", Scalar("SELECT 'İ>' || lower('İ') || ' ı>' || upper('ı') || ' ſ>' || upper('ſ')"));
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private long Count(string condition) => (long)Scalar($"SELECT count(*) FROM t WHERE {condition}")!;

    private void Run(string sql) => Scalar(sql);

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
