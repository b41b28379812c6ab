using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Templating;
using Microsoft.Extensions.Time.Testing;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>A workspace, four small phases and a platform in memory; <see cref="Open"/> is a new process on them.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TempFolder _folder = new();

    public TestRun()
    {
        foreach (var phase in PhaseNames.All)
        {
            Template(phase, "+go:\n  echo>: {{ client }}{{ for c in columns }} {{ c }}{{ end }}\n");
        }

        _folder.Write("templates/report/pipeline_report.md", File.ReadAllText(Repository.File("templates/report/pipeline_report.md")));
    }

    public FakePlatform Platform { get; } = new();

    public FaultyFiles Disk { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public FakePhase[] Phases { get; } = [.. PhaseNames.All.Select(p => new FakePhase(p))];

    public List<IDataGate> Gates { get; } = [];

    public RecordingView View { get; } = new();

    public OnConfig On { get; set; } = new();

    /// <summary>A person; without one the policies answer.</summary>
    public ScriptedPrompt? Prompt { get; set; }

    /// <summary>Instead of <see cref="Clock"/>, which waits to be moved.</summary>
    public ImpatientClock? Time { get; set; }

    /// <summary>As on Treasure Data: longer pauses, and names of others are guarded.</summary>
    public bool Remote { get; set; }

    /// <summary>This machine's values of secrets.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The API keys that a person typed in.</summary>
    public List<string> Keys { get; } = [];

    public MonitorConfig Monitor { get; set; } = new();

    /// <summary>Where descriptions of tables are checked in.</summary>
    public string? SchemaFolder { get; set; }

    /// <summary>Columns come from there alone.</summary>
    public bool Offline { get; set; }

    public IWorkflowChecker Checker { get; set; } = new NothingToSay();

    public Workspace Workspace => new(_folder["out"]);

    /// <summary>A template of the user's own, instead of the product's.</summary>
    public string OwnTemplate(Phase phase, string text)
    {
        Own = true;
        return _folder.Write($"own/{phase.Folder()}/run.dig", text);
    }

    private bool Own { get; set; }

    public void Template(Phase phase, string text) => _folder.Write($"templates/{phase.Folder()}/run.dig", text);

    /// <summary>The tables that a run of the phase leaves behind.</summary>
    public void Give(Phase phase, params string[] columns) => Platform.Tables[$"acme_{phase.Folder()}"] =
        [new($"acme_{phase.Folder()}", "things", 7, [.. columns.Select(c => new ColumnDescription(c, "varchar"))])];

    public Runner Open(RunOptions? options = null) => new(Parts(options));

    public RunParts Parts(RunOptions? options = null)
    {
        var files = new FileStore(Disk);
        return new()
        {
            Pipeline = PipelineResolver.Resolve(Config()),
            Phases = Phases,
            Gates = new([], [], [.. Gates]),
            Platform = Platform,
            Endpoint = "http://127.0.0.1:1",
            Workspace = Workspace,
            Files = files,
            SchemaFolder = SchemaFolder,
            Templates = new TemplateFolders(files, _folder["templates"], Own ? _folder["own"] : null),
            WorkflowChecker = Checker,
            SqlChecker = new NothingToSay(),
            Prompt = (IPrompt?)Prompt ?? new Unattended(),
            View = View,
            Clock = (TimeProvider?)Time ?? Clock,
            SecretOf = key => Environment.TryGetValue(key, out var value) ? new Secret(value) : null,
            UseKey = key => Keys.Add(key.Value),
            Options = options ?? new(),
        };
    }

    /// <summary>What Cake does: every cell that is not done, in order.</summary>
    public async Task RunAllAsync(RunOptions? options = null)
    {
        using var runner = Open(options);
        foreach (var cell in from phase in PhaseNames.All from step in Enum.GetValues<Step>() select new Cell(phase, step))
        {
            if (!runner.IsDone(cell))
            {
                await runner.RunAsync(cell, CancellationToken.None);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private PipelineConfig Config() => new()
    {
        Client = "acme",
        TemplateFolder = Own ? "own" : null,
        Platform = Remote ? PlatformKind.TreasureData : PlatformKind.Local,
        Monitor = Monitor,
        On = On,
        Schemas = new() { Use = Offline ? SchemaSource.CheckedIn : SchemaSource.Live },
        Ingestion = new() { Sources = [new() { SourceName = "shop", Connector = "shopify_v2", Objects = [new() { Name = "things" }] }] },
        Unification = new() { Name = "customer_360" },
    };

    private sealed class NothingToSay : IWorkflowChecker, ISqlChecker
    {
        public IReadOnlyList<FileProblem> Check(IReadOnlyDictionary<string, string> files) => [];

        public IReadOnlyList<FileProblem> Check(SqlText sql) => [];
    }

    private sealed class Unattended : IPrompt
    {
        public Task<string> AskAsync(Question question, CancellationToken cancellation) => Task.FromResult(question.Unattended);

        public Task<Secret?> AskSecretAsync(string text, CancellationToken cancellation) => Task.FromResult<Secret?>(null);

        public Task<string?> AskTextAsync(TextQuestion question, CancellationToken cancellation) => Task.FromResult<string?>(null);
    }
}

/// <summary>Keeps what would be shown.</summary>
internal sealed class RecordingView : IConsoleView
{
    public List<string> Cells { get; } = [];

    public List<string> Said { get; } = [];

    /// <summary>The tasks last told as running.</summary>
    public IReadOnlyList<string> Running { get; private set; } = [];

    public void PhaseStarted(Phase phase)
    {
    }

    public void StepStarted(Cell cell) => Cells.Add(cell.ToString());

    public void StepProgress(Cell cell, Progress progress) => Running = [.. progress.Running];

    public List<(string Name, string Value)> Details { get; } = [];

    public void StepEnded(Cell cell, StepEnd end)
    {
        Said.Add($"{cell} {end.Word}");
        Details.AddRange(end.Details);
    }

    public void PhaseCompleted(Phase phase, PhaseSummary summary) => Said.Add($"{phase} {summary.Rows}");

    public void Say(string text) => Said.Add(text);
}
