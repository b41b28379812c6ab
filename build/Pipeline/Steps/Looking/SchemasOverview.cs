using System.Collections.Immutable;
using Cdp.Pipeline.Resolution;
using Cdp.Pipeline.Runs;
using Cdp.Pipeline.Schemas;

namespace Cdp.Pipeline.Steps.Looking;

/// <summary>Tables that phases read and none of them makes from others, beside their descriptions that are checked in.</summary>
public sealed class SchemasOverview(RunParts parts)
{
    private readonly CheckedInSchemas _files = parts.CheckedIn
        ?? throw new PipelineException("Descriptions of tables lie beside a configuration, and there is none. Pass --config=FILE.", ExitCode.WrongInput);

    /// <summary>In the order in which the phases read them.</summary>
    public async Task<IReadOnlyList<SchemaFinding>> LookAsync(CancellationToken cancellation)
    {
        var wanted = Wanted();
        var live = await LiveSchemas.DescribeAsync(parts.Platform, wanted, cancellation);
        return [.. wanted.Select(table => Finding(table, live.Find(table)))];
    }

    /// <summary>Writes what the platform has over what is checked in; files of tables that it has not stay.</summary>
    /// <returns>The tables whose file is new or another.</returns>
    public async Task<IReadOnlyList<TableName>> WriteAsync(CancellationToken cancellation)
    {
        var live = await LiveSchemas.DescribeAsync(parts.Platform, Wanted(), cancellation);
        var changed = live.Tables.Where(t => Finding(t.Name, t) is not { State: SchemaState.Same }).ToList();
        changed.ForEach(_files.Write);
        return [.. changed.Select(t => t.Name)];
    }

    /// <summary>What hist-union and staging make follows from these.</summary>
    private IReadOnlyList<TableName> Wanted() =>
    [
        .. parts.Phases.SelectMany(p => p.Schemas(parts.Pipeline)).Distinct()
            .Except(parts.Phases.Where(p => p.Phase is not Phase.Ingestion).SelectMany(p => p.Tables(parts.Pipeline)).Select(t => t.Name)),
    ];

    private SchemaFinding Finding(TableName table, TableSchema? live)
    {
        var file = _files.Find(table);
        ImmutableArray<string> differences = file is not null && live is not null ? [.. SchemaDrift.Between(file, live)] : [];
        var state = (file, live) switch
        {
            (null, null) => SchemaState.Unknown,
            (null, _) => SchemaState.NotCheckedIn,
            (_, null) => SchemaState.NotOnPlatform,
            _ => differences.IsEmpty ? SchemaState.Same : SchemaState.Differs,
        };
        return new(table, _files.PathOf(table), state, differences);
    }
}

/// <param name="Path">Where the description is, or would be.</param>
/// <param name="Differences">What the platform has otherwise than the file, in a few words each.</param>
public sealed record SchemaFinding(TableName Table, string Path, SchemaState State, ImmutableArray<string> Differences);

public enum SchemaState
{
    Same,
    Differs,
    NotCheckedIn,
    NotOnPlatform,

    /// <summary>Neither checked in nor on the platform, as before the first run.</summary>
    Unknown,
}
