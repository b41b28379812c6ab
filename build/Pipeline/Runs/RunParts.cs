using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Files;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Ports;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;
using Cdp.Pipeline.Templating;

namespace Cdp.Pipeline.Runs;

/// <summary>Everything a run is made of; Build news it up once.</summary>
public sealed record RunParts
{
    public required ResolvedPipeline Pipeline { get; init; }

    /// <summary>One per phase.</summary>
    public required IReadOnlyList<IPhaseDefinition> Phases { get; init; }

    public required IPlatform Platform { get; init; }

    /// <summary>The API's address, for people: state, report and hints.</summary>
    public required string Endpoint { get; init; }

    public required Workspace Workspace { get; init; }

    /// <summary>The file that the configuration was read from; null when it came from elsewhere.</summary>
    public string? ConfigFile { get; init; }

    public required FileStore Files { get; init; }

    /// <summary>Where descriptions of tables are checked in; null where there is no configuration file.</summary>
    public string? SchemaFolder { get; init; }

    public required TemplateFolders Templates { get; init; }

    public required IWorkflowChecker WorkflowChecker { get; init; }

    public required ISqlChecker SqlChecker { get; init; }

    /// <summary>The quality gates that a run has to pass.</summary>
    public GateCatalogue Gates { get; init; } = GateCatalogue.Empty;

    public required IPrompt Prompt { get; init; }

    public required IConsoleView View { get; init; }

    public required TimeProvider Clock { get; init; }

    public RunOptions Options { get; init; } = new();

    /// <summary>The value that this machine has for a secret of that name, or null; as a rule from the environment.</summary>
    public Func<string, Secret?> SecretOf { get; init; } = _ => null;

    /// <summary>From here on the platform is asked with another API key; null where it needs none.</summary>
    public Action<Secret>? UseKey { get; init; }

    /// <summary>The descriptions of tables beside the configuration, or null.</summary>
    public CheckedInSchemas? CheckedIn => SchemaFolder is { } folder ? new(Files, folder) : null;

    /// <summary>Columns come from the descriptions, and the platform is not asked for them.</summary>
    public bool IsOffline => CheckedIn is not null && Pipeline.Config.Schemas.Use is SchemaSource.CheckedIn;

    public IPhaseDefinition Definition(Phase phase) => Phases.First(p => p.Phase == phase);
}

/// <summary>What the command line asked for.</summary>
public sealed record RunOptions
{
    /// <summary>--exclusive: a cell that is done runs again.</summary>
    public bool Exclusive { get; init; }

    /// <summary>--force: files edited by hand are overwritten; a copy is kept.</summary>
    public bool Force { get; init; }

    /// <summary>--again: a finished run is followed by a new one.</summary>
    public bool Again { get; init; }

    /// <summary>--fresh: an unfinished run is given up for a new one.</summary>
    public bool Fresh { get; init; }

    /// <summary>--adopt: projects and databases that others made are taken over.</summary>
    public bool Adopt { get; init; }

    /// <summary>--on-cancel=: what Ctrl-C does to what runs, instead of <c>on.cancel</c>.</summary>
    public CancelAnswer? OnCancel { get; init; }

    /// <summary>--session-time=: instead of the clock's.</summary>
    public DateTimeOffset? SessionTime { get; init; }
}
