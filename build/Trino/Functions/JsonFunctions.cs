namespace Cdp.Trino.Functions;

/// <summary>
/// JSON. All on .NET: DuckDB parses whole documents strictly, Trino reads no further than the answer and keeps numbers
/// as they are written.
/// </summary>
internal static class JsonFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Net("json_parse(varchar(x)) -> json", "json_parse");
        table.Same("json_format(json) -> varchar", "{0}");
        foreach (var (text, result) in ((string, string)[])[("varchar(x)", "varchar(x)"), ("json", "varchar")])
        {
            table.Net($"json_extract_scalar({text}, varchar(y)) -> {result}", "json_extract_scalar");
            table.Net($"json_extract({text}, varchar(y)) -> json", "json_extract");
            table.Net($"json_size({text}, varchar(y)) -> bigint", "json_size");
            table.Net($"json_array_length({text}) -> bigint", "json_array_length");
            table.Net($"json_array_get({text}, bigint) -> json", "json_array_get");
            table.Net($"is_json_scalar({text}) -> boolean", "is_json_scalar");
            foreach (var value in (string[])["boolean", "bigint", "double", "varchar(y)"])
            {
                table.Net($"json_array_contains({text}, {value}) -> boolean", "json_array_contains");
            }
        }
    }
}
