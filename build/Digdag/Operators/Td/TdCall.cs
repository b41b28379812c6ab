using System.Text.Json.Nodes;
using Cdp.Digdag.Engine;

namespace Cdp.Digdag.Operators.Td;

/// <summary>One run of a td operator: its parameters with <c>td.*</c> as defaults, and the way to TD.</summary>
internal sealed class TdCall
{
    private TdCall(OperatorContext context, JsonObject merged)
    {
        Context = context;
        Merged = merged;
        Params = new(merged);
        State = Cdp.Digdag.Engine.Params.Clone(context.State);
    }

    public OperatorContext Context { get; }

    public JsonObject Merged { get; }

    public ParamReader Params { get; }

    /// <summary>Goes into the next run with <see cref="RunAgain"/>.</summary>
    public JsonObject State { get; }

    public TdClient Client => field ??= Connect();

    /// <summary>Every td operator wants it, even where nothing uses it; the secret goes first.</summary>
    public string Database => field ??= Context.Secrets.Find("td.database") ?? NotBlank(Params.Text("database"));

    public long SessionTime => Context.Attempt.SessionTime.ToUnixTimeSeconds();

    public string Engine => Params.Text("engine", "presto");

    public static TdCall Of(OperatorContext context) =>
        new(context, Cdp.Digdag.Engine.Params.WithDefaults(context.Config, "td"));

    /// <summary>The query text: a file, <c>data:</c>, or <c>query:</c>.</summary>
    public string Query()
    {
        switch (Params.Node("_command"))
        {
            case null:
                return Params.Text("query");
            case JsonObject map:
                return new ParamReader(map).Text("data");
            default:
                var file = Params.Text("_command");
                return DigdagLanguage.EvaluateText(Context.Workspace.Read(file), Merged, file);
        }
    }

    public string KnownEngine() =>
        Engine is "presto" or "hive"
            ? Engine
            : throw TaskFailure.Config($"Unknown 'engine:' option (available options are: hive and presto): {Engine}");

    /// <summary>The fields that every query job is issued with.</summary>
    public Dictionary<string, string> QueryForm(string query, string domainKey, bool scheduled)
    {
        var form = new Dictionary<string, string>
        {
            ["domain_key"] = domainKey,
            ["query"] = query,
            ["priority"] = Invariant(Params.Int("priority", 0)),
            ["version"] = "0.9.0",
            ["retry_limit"] = Invariant(Params.Int("job_retry", 0)),
        };
        if (scheduled)
        {
            form["scheduled_time"] = Invariant(SessionTime);
        }

        if (Params.TextOrNull($"{Engine}_pool_name") is { } pool)
        {
            form["pool_name"] = pool;
        }

        var version = (Engine is "hive" ? Params.TextOrNull("hive_engine_version") : null) ?? Params.TextOrNull("engine_version");
        if (version is not null)
        {
            form["engine_version"] = version;
        }

        return form;
    }

    public static string Invariant(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string NotBlank(string database) =>
        database.Trim().Length > 0 ? database : throw TaskFailure.Config("Parameter 'database' is blank");

    private TdClient Connect()
    {
        var endpoint = Context.Options.Td?.Find(Context.Attempt.ProjectId)
            ?? throw TaskFailure.Config("The 'td.apikey' secret is missing");
        var http = Context.Options.TdHttp
            ?? throw TaskFailure.Config("Treasure Data cannot be reached: the host gave no HTTP client for it");
        return new(http, endpoint);
    }
}
