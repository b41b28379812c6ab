namespace Cdp.Trino.Functions;

/// <summary>Addresses, read as java.net.URI reads them.</summary>
internal static class UrlFunctions
{
    public static void AddTo(FunctionTable table)
    {
        foreach (var part in (string[])["protocol", "host", "path", "query", "fragment"])
        {
            table.Net($"url_extract_{part}(varchar(x)) -> varchar(x)", $"url_extract_{part}");
        }

        table.Net("url_extract_port(varchar(x)) -> bigint", "url_extract_port");
        table.Net("url_extract_parameter(varchar(x), varchar(y)) -> varchar(x)", "url_extract_parameter");
        table.Net("url_decode(varchar(x)) -> varchar(x)", "url_decode");
        table.Rewrite(
            "url_encode(varchar(x)) -> varchar",
            call => TextFunctions.Net(call, "url_encode"),
            types => TextFunctions.Length(types, (x, _, _) => x * 12));
    }
}
