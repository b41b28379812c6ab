using System.Collections.Immutable;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Gates;

/// <summary>What a gate may look at: one phase, as it is configured and generated.</summary>
public sealed record GateScope
{
    public required ResolvedPipeline Pipeline { get; init; }

    public required Phase Phase { get; init; }

    /// <summary>Path within the project, with <c>/</c>, to text.</summary>
    public required IReadOnlyDictionary<string, string> Files
    {
        get;
        init
        {
            field = value;
            Project = new(value);
        }
    }

    /// <summary>Of these files, those that a client's template folder adds to the project.</summary>
    public ImmutableHashSet<string> Added { get; init; } = [];

    /// <summary>Workflows of the phase itself. What a client adds is to be right as digdag and SQL, but it need not be laid out as ours.</summary>
    internal IEnumerable<WorkflowText> Workflows => Project.Workflows.Where(w => !Added.Contains(w.Path));

    /// <summary>Paths that the seed promises for this configuration.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Tables that the phase reads, as they were described.</summary>
    public SchemaCatalog Schemas { get; init; } = SchemaCatalog.Empty;

    /// <summary>Tables that the phase reads and does not make.</summary>
    public ImmutableArray<TableName> Reads { get; init; } = [];

    public required DateTimeOffset Now { get; init; }

    /// <summary>The same files, parsed when first asked for.</summary>
    internal ProjectText Project { get; private init; } = new(new Dictionary<string, string>());
}
