using Cdp.Digdag.Engine;
using Cdp.Emulator.Jobs;
using Cdp.Emulator.Loading;
using Cdp.Emulator.Outbound;
using Cdp.Emulator.Secrets;
using Cdp.Emulator.Workflows;
using Cdp.Trino;

namespace Cdp.Emulator.Hosting;

/// <summary>Treasure Data in a box: everything that lives as long as the process does.</summary>
internal sealed class Box : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly ScheduleTimer? _timer;

    private Box(EmulatorOptions options, string token, EmulatorLog log, TimeProvider time, HttpMessageInvoker? td)
    {
        Options = options;
        Token = token;
        Log = log;
        Time = time;
        Clock = new EmulatorClock(time);
        Started = time.GetUtcNow();
        Secrets = new SecretStore(token);
        Self = new OwnAddress(token);
        Warehouse = TrinoDatabase.Open(Path.Combine(options.Folder, "warehouse.duckdb"));
        StandIns = StandIns.Open(options.Folder);
        Jobs = JobBoard.Open(Path.Combine(options.Folder, "jobs"), Warehouse.TryFindMarker, Clock, log);
        Queries = new QueryJobs(Warehouse, Clock);
        Loads = new LoadJobs(
            Warehouse, StandIns, new StandInFiles(_http, Path.Combine(options.Folder, "fetched")), Clock);
        Engine = WorkflowEngine.Open(Path.Combine(options.Folder, "workflows"), new EngineOptions
        {
            Time = Clock,
            Secrets = Secrets,
            Http = new OutboundHttp(_http, Self, Secrets, options.AllowNetwork),
            Td = Self,
            TdHttp = td ?? _http,
            AllowCode = options.AllowCode,
            MailSpool = Path.Combine(options.Folder, "mail"),
            MinPoll = TimeSpan.FromMilliseconds(10),
            MaxPoll = TimeSpan.FromMilliseconds(200),
            Hurry = 10,
        });
        Schedules = new ProjectSchedules(Engine, Clock);
        _timer = options.Keep ? new ScheduleTimer(Schedules, Clock, log) : null;
        Intake = new ProjectIntake(Engine.Store, Schedules, Path.Combine(options.Folder, "projects"));
    }

    public EmulatorOptions Options { get; }

    public string Token { get; }

    public EmulatorLog Log { get; }

    public TimeProvider Time { get; }

    public EmulatorClock Clock { get; }

    public DateTimeOffset Started { get; }

    /// <summary>Where the process itself listens, once it does.</summary>
    public OwnAddress Self { get; }

    public TrinoDatabase Warehouse { get; }

    public JobBoard Jobs { get; }

    public QueryJobs Queries { get; }

    public LoadJobs Loads { get; }

    public StandIns StandIns { get; }

    public SecretStore Secrets { get; }

    public WorkflowEngine Engine { get; }

    public ProjectSchedules Schedules { get; }

    public ProjectIntake Intake { get; }

    /// <param name="td">Sends what td operators ask of this process itself; for tests, which lose some of it.</param>
    public static Box Open(EmulatorOptions options, string token, EmulatorLog log, TimeProvider time, HttpMessageInvoker? td = null) =>
        new(options, token, log, time, td);

    public async ValueTask DisposeAsync()
    {
        _timer?.Dispose();
        await Engine.DisposeAsync();
        await Jobs.DisposeAsync();
        Intake.Dispose();
        Warehouse.Dispose();
        _http.Dispose();
    }
}
