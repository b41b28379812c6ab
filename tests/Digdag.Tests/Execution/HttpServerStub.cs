using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Tests.Execution;

/// <summary>The server that the recorded http cases talked to; <c>Cases/README.md</c> lists its paths.</summary>
internal sealed class HttpServerStub : IOutboundHttp
{
    private readonly Dictionary<string, int> _calls = [];
    private readonly Lock _gate = new();

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var uri = request.RequestUri!;
        if (uri.Port != 8000)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
        return uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["json"] => Json("""{"a":1,"list":[1,2,3],"s":"x y"}"""),
            ["echo"] => Json(Echo(request, body)),
            ["status", var code] => Status(int.Parse(code, CultureInfo.InvariantCulture)),
            ["flaky", var key, var count, var code] => Flaky(key, Number(count), Number(code)),
            ["tmpl"] => Text("${session_time} $$ {x}"),
            ["big"] => Text(new string('x', 70000)),
            ["big2"] => Text(new string('x', 65536)),
            ["redirect"] => Redirect("/json"),
            ["wf.json"] => Json("""{"+x": {"echo>": "from json workflow ${session_date}"}}"""),
            ["wf.yaml"] => Text("_export: {from: yaml}\n+x:\n  echo>: hello ${from}\n", "application/x-yaml"),
            ["wf.text"] => Text("+z:\n  echo>: from text\n"),
            ["wf.bad"] => Json("""{"+x": {"nope": 1}}"""),
            ["wf.exp"] => Json("""{"_export": {"e": "exported"}, "+x": {"echo>": "hello ${e}"}}"""),
            _ => Text("not here", status: HttpStatusCode.NotFound),
        };
    }

    private static string Quoted(string text) => Language.JsonText.Of(JsonValue.Create(text));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Echo(HttpRequestMessage request, string body)
    {
        var headers = new JsonObject();
        foreach (var name in (string[])["content-type", "authorization", "accept", "user-agent", "x-a", "x-b", "cookie"])
        {
            var found = request.Headers.TryGetValues(name, out var values)
                || (request.Content?.Headers.TryGetValues(name, out values) ?? false);
            if (found)
            {
                headers[name] = string.Join(name == "user-agent" ? " " : ", ", values!);
            }
        }

        var shown = string.Join(", ", headers.Select(h => $"{Quoted(h.Key)}: {Quoted(h.Value!.ToString())}"));
        return $$"""{"method": "{{request.Method}}", "path": {{Quoted(request.RequestUri!.PathAndQuery)}}, "headers": {{{shown}}}, "body": {{Quoted(body)}}}""";
    }

    private HttpResponseMessage Flaky(string key, int count, int code)
    {
        lock (_gate)
        {
            var calls = _calls[key] = _calls.GetValueOrDefault(key) + 1;
            return calls <= count ? Text("later", status: (HttpStatusCode)code) : Json($$"""{"calls": {{calls}}}""");
        }
    }

    private static HttpResponseMessage Status(int code) =>
        Text($$"""{"status": {{code}}}""", "application/json", (HttpStatusCode)code);

    private static HttpResponseMessage Json(string body) => Text(body, "application/json");

    private static HttpResponseMessage Redirect(string to) =>
        new(HttpStatusCode.Redirect) { Headers = { Location = new Uri(to, UriKind.Relative) }, Content = new StringContent("") };

    private static HttpResponseMessage Text(string body, string type = "text/plain", HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };
}
