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
