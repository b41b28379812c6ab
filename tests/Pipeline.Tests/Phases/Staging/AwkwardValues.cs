using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Staging;

/// <summary>One table with a column for each rule and type, whose rows hold what sources really send.</summary>
internal static class AwkwardValues
{
    /// <summary>Settings of the text columns.</summary>
    private static readonly (string Column, string Settings)[] _rules =
    [
        ("plain", "string"),
        ("shouted", "{ rule: string, case: upper, null_tokens: [x] }"),
        ("whispered", "{ rule: string, case: lower }"),
        ("email", "email"),
        ("phone", "phone"),
        ("home", "{ rule: phone, country: DE }"),
        ("born", "{ rule: date, day_first: true, formats: [dd MMM yyyy, yyyyMMdd] }"),
        ("seen", "{ rule: date, day_first: false }"),
        ("price", "numeric"),
        ("rate", "{ rule: numeric, round: -1 }"),
        ("betrag", "{ rule: numeric, decimal_comma: true }"),
        ("flag", "boolean"),
        ("bag", "{ rule: json, keys: [a, a.b, $v, Zip Code, \"a[]\", \"l[]\"] }"),
        ("same", "keep"),
    ];

    private static readonly (string Column, string Type, string Settings)[] _typed =
    [
        ("whole_date", "bigint", "date"),
        ("broken_date", "double", "date"),
        ("whole", "bigint", "numeric"),
        ("broken", "double", "numeric"),
        ("whole_phone", "bigint", "phone"),
        ("broken_phone", "double", "phone"),
        ("broken_text", "double", "string"),
        ("whole_flag", "bigint", "boolean"),
        ("broken_flag", "double", "boolean"),
        ("whole_text", "bigint", "string"),
        ("tags", "array(varchar)", "array"),
    ];

    /// <remarks>Without letters whose other case is several (ß, İ), and JSON that is cut off or has exponents: there the engines differ by nature.</remarks>
    private static readonly string[] _texts =
    [
        "", " ", "\t", "\u3000x\u3000", "\u00a0x\u00a0", "x", "X ", " null", "NULL", "n/a", "-", "O'Neil", "back\\slash", "$1", "%_", "\"quoted\"", "two\nlines", "tab\there",
        "Istanbul", "É", "ñ", "Ж", "ش", "e\u0301", "😀 smile", "٣٤", "２０", "a,b;c", "<b>&amp;</b>", "-- comment", "/* x */", "${x}", "{{ x }}", ";",
        "Ann@Example.COM", " ann@example.com\n", "ann@example", "ann@@example.com", "ann+tag@sub.example.co.uk", "ann@exämple.com", "@", "ann@example.c", "a b@example.com",
        "+49 (0)30 901820", "0049 30 901820", "030/901820", "(415) 555-0132", "1-415-555-0132 x12", "415.555.0132 ext. 7", "000000", "0", "+", "++49 30 901820", "12345678901234567", "+1",
        "2024-02-29", "2023-02-29", "2024-2-9", "2024-01-01T24:00:00Z", "2024-01-01T10:11:12.123456Z", "2024-01-01 10:11", "2024-01-01T10:11:12+05:30", "2024-01-01T10:11:12-08",
        "2024/01/01 10:11:12 UTC", "0000-00-00", "0001-01-01", "9999-12-31", "1969-12-31 23:59:59", "1.2.2024", "31/12/2024", "12/31/2024", "12/31/2024 11:59 PM", "24 May 1971", "19710524",
        "1704067200", "1704067200.5", "1704067200123", "1704067200123456", "1704067200123456789", "-100000000", "99999999", "2024-01", "2024", "10:11:12", "soon", "2024-01-01 25:00:00", "2024-01-01T10:11:60Z",
        "1", "1.0", "01", "+1", "-1", "1.005", "-1.005", "2.675", "1,234.50", "1.234,50", "1 234,50 €", "$1,234", "(12.00)", "-(3)", "1e3", "1E-3", "1e400", "-0", "0.000", ".5", "5.", "1,2", "1.2.3", "12,34,567",
        "NaN", "Infinity", "0x1F", "1_000", "99999999999999999999", "0.1", "1e15", "123456789012.345", "12 %", "--5", "5-",
        "true", "TRUE ", "Yes", "y", "T", "false", "No", "N", "f", "on", "2",
        """{"a":1}""", """{"a":{"b":" x "}}""", """{"a":[1,[2,{"x":null}],null,"s"]}""", """{"a":"\u00e9\ud83d\ude00"}""", """{"a":1.0,"$v":12,"Zip Code":" y "}""", """{"a" : null }""",
        """{"l":["a","b\"c",null,"d,e"]}""", """{"l":[]}""", """{"l":[ ]}""", """{"l":"x"}""", """{"a":true,"l":[true,150]}""", """{"a":""}""", """{"a":"null"}""", """{"A":1}""", "{}", "[]", "{", "[1,2]", "null", "\"text\"",
        """{"x":{"a":1},"a":{"c":[1]}}""", """{"a":"line\nbreak\ttab \\ slash \/ done"}""", """{"note":"\"a\":9","a":7}""",
    ];

    private static readonly string[] _numbers =
        ["0", "1", "-1", "2", "1704067200", "1704067200123", "1704067200123456", "1704067200123456789", "-100000000", "100000000000", "99999999999", "4155550132", "14155550132", "9007199254740993", "NULL"];

    /// <summary>Each row as text: the text, then <c>column=value</c> for each output.</summary>
    public static async Task<IReadOnlyList<string>> CleanAsync(SqlEngine engine)
    {
        using var tables = TrinoDatabase.Open(":memory:");
        var columns = _rules.Select(r => (r.Column, Type: "varchar", r.Settings)).Concat(_typed).ToList();
        var config = Batches.Load($"{{ name: shop_things, load: full, columns: {{ n: keep, {string.Join(", ", columns.Select(c => $"{c.Column}: {c.Settings}"))} }} }}");
        var schema = Project.Table("shop_things_hist_union", ["n bigint", .. columns.Select(c => $"{c.Column} {c.Type}")]);
        var run = new StagingRun(tables, config with { Staging = config.Staging with { Engine = engine } }, new([schema]));
        var rows = _texts.Select((text, n) => $"({string.Join(", ", [n.ToString(CultureInfo.InvariantCulture), .. columns.Select(c => Literal(c.Type, text, n)), "1"])})");
        await tables.ExecuteAsync(
            $"CREATE TABLE shop_things_hist_union AS SELECT * FROM (VALUES {string.Join(",\n", rows)}) AS t ({string.Join(", ", schema.Columns.Select(c => c.Name))})",
            new QueryContext { Database = "acme_src", Now = DateTimeOffset.UnixEpoch },
            CancellationToken.None);

        var sql = await run.RunAsync(1_735_700_000);

        var outputs = (await sql.RowsAsync("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'acme_stg' AND table_name = 'shop_things_stg' ORDER BY column_name"))
            .Select(r => r.Split('|')).ToList();
        var shown = outputs.Select(o => o[1] switch
        {
            "varchar" => o[0],
            "double" => $"CAST({o[0]} + 0e0 AS varchar)", // so that -0 is 0
            "bigint" => $"CAST({o[0]} AS varchar)",
            _ => $"json_format(CAST({o[0]} AS JSON))",
        });
        var result = (await sql.RunAsync($"SELECT n, {string.Join(", ", shown)} FROM shop_things_stg ORDER BY n"))[^1].Rows;
        return [.. result.SelectMany((row, n) => outputs.Select((o, i) => $"{_texts[n]} → {o[0]} = {row[i + 1]?.ToString() ?? "NULL"}"))];
    }

    private static string Literal(string type, string text, int n) => type switch
    {
        "varchar" => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        "array(varchar)" => n % 3 == 0 ? "CAST(NULL AS array(varchar))" : $"ARRAY['{text.Replace("'", "''", StringComparison.Ordinal)}', NULL, 'z']",
        _ => $"CAST({_numbers[n % _numbers.Length]} AS {type})",
    };
}
