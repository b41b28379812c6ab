using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Cdp.Build.Hosting;
using Cdp.Build.Views;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Phases.Ingestion;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Templating;
using Cdp.TdLike;
using Cdp.TreasureData;
using Cdp.TreasureData.Td;
using Cdp.TreasureData.Tests;
using Cdp.TreasureData.Tests.Td;

namespace Cdp.EndToEnd.Failures;

/// <summary>The real steps on a real configuration, over td, on an emulator that stands for Treasure Data: the ingestion of one
/// source, under a client's name of its own.</summary>
internal sealed class FailingRun : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("cdp-failing-").FullName;
    private readonly StringWriter _shown = new();
    private readonly HttpClient _http = new();
    private readonly FailureCase _case;
    private readonly InProcessTd _quick;
    private readonly TdWhereItFails _td;
    private readonly QuickClock _clock = new(_now, () => false);
    private readonly PipelineConfig _config;
    private readonly FileStore _files = new(new DiskFiles());
    private readonly Queue<string> _typed;
    private readonly List<string> _attempts = [];
    private readonly Box _box;
    private bool _done;

    public FailingRun(FailureCase failure, string client, Box box)
    {
        (_case, _box, _typed) = (failure, box, new(failure.Typed ?? []));
        Account = new(TdHosts.Single(box.Endpoint.Url), new Secret(failure.Key ?? box.Endpoint.Token));
        Client = client;
        Rule[] rules = [.. failure.Rules.Select(Placed)];
        var tools = Path.Combine(_folder, "tools");
        var program = new TdProgram(
            Launcher.Install(tools, rules), Account, new QuickClock(_now, IsTimeUp), Directory.CreateDirectory(Path.Combine(_folder, "tmp")).FullName);
        _quick = new(Account, (_, output) => output);
        _td = new(program, _quick, rules);
        _config = Configured();
        Parts = Assembled();
    }

    public RunParts Parts { get; }

    public TdAccount Account { get; }

    public KnownSecrets Secrets { get; } = new();

    public Box Box => _box;

    public string Client { get; }

    public string Shown => _shown.ToString().ReplaceLineEndings("\n");

    public IReadOnlyList<string> Asked => _td.Asked;

    public int Started => _td.Started;

    /// <summary>Those that a person would notice; the looks at what runs are a second apart.</summary>
    public IEnumerable<int> Waits => _clock.Waits.Where(w => w >= TimeSpan.FromSeconds(2)).Select(w => (int)w.TotalSeconds);

    public bool AllTyped => _typed.Count == 0;

    public string Project => $"{Client}_ingestion";

    /// <summary>The workspace, td's folder of temporary files, what td noted of its calls.</summary>
    public string Folder => _folder;

    public string Logs => Parts.Workspace.Logs(_now);

    public static Task TellStandInsAsync(Box box)
    {
        var files = new FileStore(new DiskFiles());
        var connectors = Definitions.Connectors(files, null);
        var standIns = new StandIns(connectors).Of(PipelineResolver.Resolve(Tiny(files)), TinyFolder());
        return box.TellAsync("/emulator/stand_ins", standIns.ToJsonString());
    }

    /// <summary>What Cake does for the phase: every cell that is not done, in order.</summary>
    public async Task<ExitCode> RunAsync()
    {
        using var runner = new Runner(Parts);
        foreach (var cell in Enum.GetValues<Step>().Where(step => step <= _case.Last).Select(step => new Cell(Phase.Ingestion, step)))
        {
            if (_case.Before is { } before && before.Step == cell.Step)
            {
                await before.Act(this);
            }

            try
            {
                await (runner.IsDone(cell) ? Task.CompletedTask : runner.RunAsync(cell, CancellationToken.None));
            }
            catch (PipelineException ex)
            {
                await _shown.WriteLineAsync($"Error: {ex.Message}");
                return ex.ExitCode;
            }
        }

        return ExitCode.Done;
    }

    /// <summary>What the case has no more use for does not keep the machine busy.</summary>
    public async Task StopAsync()
    {
        foreach (var attempt in _attempts)
        {
            await Parts.Platform.KillAsync(attempt, CancellationToken.None);
        }
    }

    /// <summary>Somebody edits a file of the generated project.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        var file = Path.Combine(Parts.Workspace.Folder(Phase.Ingestion), path);
        File.WriteAllText(file, edit(File.ReadAllText(file)));
    }

    public Task DeleteAsync(string path)
    {
        File.Delete(Path.Combine(Parts.Workspace.Folder(Phase.Ingestion), path));
        return Task.CompletedTask;
    }

    /// <summary>Somebody starts the workflow at the session time that the run will choose.</summary>
    public async Task StartElsewhereAsync()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(_clock.GetUtcNow().ToUnixTimeSeconds());
        await Parts.Platform.StartAsync(new(Project, "shop_ingest_inc", time, ImmutableDictionary<string, string>.Empty), CancellationToken.None);
    }

    /// <summary>Revisions of the project, its sessions, their attempts.</summary>
    public async Task<(int Revisions, int Sessions, int Attempts)> MadeAsync()
    {
        if ((await _box.AskAsync($"/api/projects?name={Project}"))["projects"]!.AsArray() is not [{ } project])
        {
            return (0, 0, 0);
        }

        var id = project["id"]!.ToString();
        var revisions = (await _box.AskAsync($"/api/projects/{id}/revisions"))["revisions"]!.AsArray().Count;
        var sessions = (await _box.AskAsync($"/api/projects/{id}/sessions"))["sessions"]!.AsArray();
        foreach (var session in sessions)
        {
            var attempts = (await _box.AskAsync($"/api/sessions/{session!["id"]}/attempts"))["attempts"]!.AsArray();
            _attempts.AddRange(attempts.Select(attempt => attempt!["id"]!.ToString()));
        }

        return (revisions, sessions.Count, _attempts.Count);
    }

    public void Dispose()
    {
        _quick.Dispose();
        _http.Dispose();
        _shown.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static PipelineConfig Tiny(FileStore files) => new ConfigLoader(files, config => Definitions.Of(Definitions.Connectors(files, config)))
        .Load(Path.Combine(TinyFolder(), "pipeline.yml"));

    private PipelineConfig Configured()
    {
        var tiny = Tiny(_files);
        return tiny with
        {
            Client = Client,
            Platform = PlatformKind.TreasureData,
            Transport = Transport.Td,
            On = _case.On,
            Monitor = new() { PollInterval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromDays(365) },
            Ingestion = tiny.Ingestion with { Mode = IngestionMode.Incremental },
        };
    }

    private RunParts Assembled()
    {
        var connectors = Definitions.Connectors(_files, _config);
        var view = new PlainView(_shown);
        return new()
        {
            Pipeline = PipelineResolver.Resolve(_config),
            Phases = Definitions.Of(connectors),
            Gates = GateCatalogue.Of(connectors),
            Platform = new DiscreetPlatform(
                new TdPlatform("treasure_data (td)", _td, Account, _http, _clock, TimeSpan.FromMilliseconds(100), TdLimits.Usual), Secrets),
            Endpoint = _box.Endpoint.Url.GetLeftPart(UriPartial.Authority),
            Workspace = new Workspace(Path.Combine(_folder, "out")),
            Files = _files,
            Templates = new TemplateFolders(_files, Definitions.Templates, null),
            WorkflowChecker = new WorkflowChecker(_clock),
            SqlChecker = new SqlChecker(_clock),
            Prompt = _case.Typed is null ? new PolicyPrompt(view) : new TerminalPrompt(view, Typed, Typed),
            View = view,
            Clock = _clock,
            UseKey = key => Account.ApiKey = key,
        };
    }

    private string? Typed()
    {
        if (!_done && _case.Meanwhile is { } meanwhile && Shown.Contains(meanwhile.Menu, StringComparison.Ordinal))
        {
            _done = true;
            meanwhile.Act(this).GetAwaiter().GetResult();
        }

        return _typed.TryDequeue(out var line) ? line.Replace("{key}", _box.Endpoint.Token, StringComparison.Ordinal)
            : throw new InvalidOperationException($"Nobody expected a question:\n{Shown}");
    }

    /// <summary>A transcript is found by its name; a mark of the td-like program lies beside it.</summary>
    private Rule Placed(Rule rule) => rule.File is not { } name ? rule
        : rule with { File = rule.Fault == "transcript" ? Path.Combine(Here(), "..", "..", "TreasureData.Tests", "Transcripts", name + ".txt") : Mark };

    private string Mark => Path.Combine(_folder, "mark");

    /// <summary>Once for each call that has said that it hangs.</summary>
    private bool IsTimeUp()
    {
        var hangs = File.Exists(Mark);
        File.Delete(Mark);
        return hangs;
    }

    private static string TinyFolder() => Path.Combine(Here(), "..", "Cases", "tiny");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
