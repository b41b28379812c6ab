using System.Text.Json.Nodes;
using Cdp.Digdag.Language;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Tests.Phases.Ingestion;

/// <summary>A project for each connector that ships, made from what its file says alone.</summary>
public class ConnectorProjectTests
{
    /// <summary>Every row of the specification (cdp_phases §3.1 and §3.2).</summary>
    private static readonly string[] _wanted =
    [
        "amplitude", "azure_blob_storage", "bigquery", "bigquery_v2", "ftp", "gcs", "generic", "google_analytics", "google_sheets",
        "hubspot", "instagram_insight", "klaviyo", "marketo", "mixpanel", "mysql", "netsuite", "onetrust", "postgresql", "s3",
        "s3_v2", "salesforce_marketing_cloud", "sfdc", "sfdc_v2", "sftp", "sftp_v2", "shopify", "shopify_v2", "snowflake",
        "sqlserver", "the_trade_desk", "zendesk",
    ];

    private static ConnectorRegistry Shipped { get; } =
        ConnectorRegistry.Read(new FileStore(new DiskFiles()), Repository.File("templates"), null);

    public static TheoryData<string> Types => [.. Shipped.Types];

    [Fact]
    public void Every_connector_of_the_specification_is_there() => Assert.Equal(_wanted, Shipped.Types);

    [Theory]
    [MemberData(nameof(Types))]
    public void Its_project_is_accepted_without_an_error(string type)
    {
        var config = Config(type);
        Assert.Empty(new IngestionReview(Shipped, config).Problems());
        using TempFolder folder = new();
        foreach (var (path, text) in Files(config))
        {
            folder.Write(path, text);
        }

        var check = ProjectCheck.Run(folder.Path, DateTimeOffset.UnixEpoch);

        Assert.Empty(check.Errors);
        Assert.NotEmpty(check.Workflows);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void It_holds_each_secret_by_name_and_lists_it(string type)
    {
        var files = Files(Config(type));
        var load = files["config/src_things_load.yml"];
        var credentials = JsonNode.Parse(files["credentials_ingestion.json.example"])!.AsObject();

        var secrets = Shipped.Get(type).Parameters.Where(p => p.Value is { Secret: true, Required: true } && p.Value.When.IsEmpty).Select(p => p.Key).ToList();

        Assert.All(secrets, name => Assert.Contains($"${{secret:src.{name}}}", load, StringComparison.Ordinal));
        Assert.All(secrets, name => Assert.Equal("", credentials[$"src.{name}"]!.GetValue<string>()));
        Assert.Contains("credentials_ingestion.json\n", files[".gitignore"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_literal_in_place_of_a_secret_is_refused_and_not_repeated(string type)
    {
        foreach (var name in Shipped.Get(type).Parameters.Where(p => p.Value.Secret).Select(p => p.Key))
        {
            var config = Config(type, (name, "hunter2-of-long-ago"));

            var problem = Assert.Single(new IngestionReview(Shipped, config).Problems());

            Assert.Contains($"'{name}' is a secret", problem.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Without_a_window_of_its_own_it_is_loaded_whole_by_itself(string type)
    {
        var connector = Shipped.Get(type);
        var things = Config(type).Ingestion.Sources[0].Objects[0];

        Assert.Equal(connector.OnlyLoad, things.Load);
        Assert.Equal(connector.OnlyLoad is LoadKind.Full, connector.Incremental is IncrementalKind.Files or IncrementalKind.None);
    }

    private static IReadOnlyDictionary<string, string> Files(PipelineConfig config)
    {
        Project project = new(config);
        return project.Render(project.LoadPhase);
    }

    private static PipelineConfig Config(string type, params (string Name, string Value)[] more) =>
        ConnectorDefaults.Apply(Written(type, more), Shipped);

    private static PipelineConfig Written(string type, params (string Name, string Value)[] more)
    {
        var connector = Shipped.Get(type);
        JsonObject parameters = connector.Passthrough
            ? new() { ["type"] = "pigeon", ["where"] = "t >= '${window.from}' AND t < '${window.to}'" }
            : new(connector.Parameters.Where(p => Wanted(connector, p.Value)).Select(p => KeyValuePair.Create(p.Key, (JsonNode?)Sample(p.Key, p.Value))));
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return new()
        {
            Client = "acme",
            Platform = PlatformKind.TreasureData,
            Ingestion = new()
            {
                StartDate = "2024-01-01T00:00:00.000000",
                EndDate = "2024-04-01T00:00:00.000000",
                Sources = [new() { SourceName = "src", Connector = type, Parameters = parameters, Objects = [new() { Name = "things", IncField = "changed_at" }] }],
            },
            Unification = new() { Name = "customer_360" },
        };
    }

    private static bool Wanted(Connector connector, ConnectorParameter parameter) =>
        parameter is { IsNeeded: true, Secret: false, Default: null }
        && parameter.When.All(w => connector.Parameters[w.Key].Default?.ToString() == w.Value);

    private static JsonNode Sample(string name, ConnectorParameter parameter) => parameter switch
    {
        _ when name == "query" => "SELECT * FROM things WHERE t >= '${window.from}' AND t < '${window.to}'",
        { Values.Length: > 0 } => parameter.Values[0],
        { Type: ParameterType.Authentication } => "100001",
        { Type: ParameterType.Integer } => 1,
        { Type: ParameterType.Boolean } => true,
        { Type: ParameterType.List } => new JsonArray("x"),
        { Type: ParameterType.Map } => new JsonObject { ["type"] = "csv" },
        _ => "x",
    };
}
