using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Phases.HistUnion;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Phases.Unification;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Setup;
using Cdp.Pipeline.Tests.Fakes;

namespace Cdp.Pipeline.Tests.Setup;

/// <summary>The wizard in a folder of its own, with the connectors that ship and the real loader.</summary>
internal sealed class WizardRun : IDisposable
{
    /// <summary>The least that has to be answered.</summary>
    public const string Shop =
        """
        client: acme
        platform: treasure_data
        sources: shop
        mode: incremental
        source: { shop: { connector: shopify_v2, td_authentication_id: 7, objects: orders } }
        """;

    private static readonly FileStore _files = new(new DiskFiles());

    public static ConnectorRegistry Connectors { get; } = ConnectorRegistry.Read(_files, Repository.File("templates"), null);

    private static readonly ConfigLoader _loader = new(
        _files, [new IngestionPhase(Connectors), new HistUnionPhase(), new StagingPhase(), new UnificationPhase()]);

    private readonly RecordingView _view = new();

    public TempFolder Folder { get; } = new();

    public FaultyFiles Disk { get; } = new();

    public bool Force { get; set; }

    public string Path => System.IO.Path.Combine(Folder.Path, "pipeline.yml");

    public string Said => string.Join('\n', _view.Said);

    /// <param name="anything">Every question that is left gets an answer that will do.</param>
    public Task WithAnswers(string answers, params string[] switches) => RunAsync(null, answers, switches);

    public Task WithAnswers(string answers, bool anything) => RunAsync(anything ? new Willing() : null, answers, []);

    public Task With(IPrompt person) => RunAsync(person, null, []);

    public PipelineConfig Written(string name = "pipeline.yml") => _loader.Load(System.IO.Path.Combine(Folder.Path, name));

    public void Dispose() => Folder.Dispose();

    private Task RunAsync(IPrompt? person, string? answers, string[] switches) => new Wizard(new()
    {
        Path = Path,
        Connectors = Connectors,
        Schema = Repository.File("config/pipeline.schema.json"),
        Files = new FileStore(Disk),
        Check = (path, text) => _loader.LoadDraft(path, text),
        Endpoint = _ => "https://api.treasuredata.com",
        View = _view,
        Prompt = person,
        Clock = TimeProvider.System,
        Force = Force,
        AnswersFile = answers is null ? null : Folder.Write("answers.yml", answers),
        Answers = [.. switches],
    }).RunAsync(CancellationToken.None);

    /// <summary>A person who takes what is offered, and else what is of the right form.</summary>
    private sealed class Willing : IPrompt
    {
        private static readonly string[] _likely =
            ["7", "[a, b]", "{type: csv}", "SELECT 1 WHERE t >= '${window.from}' AND t < '${window.to}'", "{a: '${window.from}', b: '${window.to}'}", "x"];

        public Task<string> AskAsync(Question question, CancellationToken cancellation) => Task.FromResult(question.Choices[0].Key);

        public Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation) => Task.FromResult<Secret?>(null);

        public Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation) => Task.FromResult<string?>(
            question.Default is { } usual ? usual
            : question.Words.IsEmpty ? _likely.First(text => question.WhyNot(text) is null)
            : question.Words[0]);
    }
}
