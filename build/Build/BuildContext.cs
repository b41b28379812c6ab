using Cake.Core;
using Cake.Frosting;
using Cdp.Build.Hosting;
using Cdp.Emulator.Launching;
using Cdp.Pipeline;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.TreasureData;

namespace Cdp.Build;

/// <summary>What tasks share. Everything is made when it is first asked for, so that a dry run makes nothing.</summary>
public sealed class BuildContext : FrostingContext
{
    /// <summary>A database that every account has; queries that name their tables in full need one to run in.</summary>
    private const string AnyDatabase = "sample_datasets";

    private readonly Lazy<PipelineConfig> _config;
    private readonly Lazy<TdAccount> _account;
    private readonly Lazy<IPlatform> _platform;
    private Runner? _run;

    public BuildContext(ICakeContext context, Invocation invocation)
        : base(context)
    {
        Invocation = invocation;
        Files = new FileStore(new DiskFiles());
        _config = new(() => Configured.Load(Invocation, Files));
        _account = new(() => PlatformChoice.Account(Config, keyNeeded: Config.Schemas.Use is SchemaSource.Live));
        _platform = new(() => new DiscreetPlatform(
            Config.Platform is PlatformKind.Local
                ? PlatformChoice.Local(EmulatorFolder, LaunchOptions, () => StandInFiles.Of(this), Invocation)
                : PlatformChoice.TreasureData(Config, _account.Value, Invocation.Said),
            Secrets));
    }

    internal Invocation Invocation { get; }

    internal CancellationToken Cancellation => Invocation.Cancellation;

    internal FileStore Files { get; }

    internal PipelineConfig Config => _config.Value;

    internal ResolvedPipeline Resolved => field ??= PipelineResolver.Resolve(Config);

    internal IPlatform Platform => _platform.Value;

    /// <summary>What gives the platform another API key; null where it needs none.</summary>
    internal Action<Secret>? UseKey => Config.Platform is PlatformKind.Local ? null : key =>
    {
        Secrets.Add(key);
        _account.Value.ApiKey = key;
    };

    /// <summary>What must not be shown or kept, from the environment on.</summary>
    internal KnownSecrets Secrets { get; } = SecretValues.OfEnvironment();

    /// <summary>The memory of the pipeline; looking at it has no effects.</summary>
    internal Runner Run => _run ??= new Runner(RunAssembly.Of(this));

    /// <summary>Environments of one client must not share a run's state.</summary>
    internal string Workspace => Path.GetFullPath(Argument("workspace") ?? Path.Combine(
        Invocation.Root,
        "out",
        Config.Environment == PipelineConfig.DefaultEnvironment ? Config.Client : $"{Config.Client}-{Config.Environment}"));

    internal string EmulatorFolder => Path.Combine(Workspace, "emulator");

    /// <summary>Rehearsals of foreign projects stay apart from the pipeline, unless a workspace is named.</summary>
    internal string RehearsalFolder =>
        Path.Combine(Path.GetFullPath(Argument("workspace") ?? Path.Combine(Invocation.Root, "out", "rehearsal")), "emulator");

    internal LaunchOptions LaunchOptions => new(
        Argument("idle") is { } idle ? TimeSpan.FromSeconds(double.Parse(idle, System.Globalization.CultureInfo.InvariantCulture)) : null,
        Has("keep"),
        Has("allow-code"),
        Has("allow-network"));

    internal TextWriter Said => Invocation.Said;

    internal string? Argument(string name) => Invocation.Arguments[name];

    internal bool Has(string name) => Invocation.Arguments.Has(name);

    internal bool IsTarget(string name) => Invocation.Arguments.Target == name;

    /// <summary>Gives the workspace back to others.</summary>
    internal void Release() => _run?.Dispose();

    /// <summary>The database of <c>--database</c>, or one that is always there.</summary>
    internal async Task<string> QueryDatabaseAsync()
    {
        if (Argument("database") is { } database)
        {
            return database;
        }

        if (Config.Platform is PlatformKind.Local)
        {
            await Platform.CreateDatabaseAsync(AnyDatabase, Cancellation);
        }

        return AnyDatabase;
    }
}
