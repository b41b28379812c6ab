using System.Collections.Immutable;
using Cdp.Pipeline.Resolution;

namespace Cdp.Pipeline.Operations;

/// <summary>What this pipeline made and what of it goes; nothing is removed by making the plan.</summary>
/// <param name="Projects">With their schedules, which go with them.</param>
/// <param name="Databases">Created by this pipeline and holding nothing else: they go whole.</param>
/// <param name="Tables">Made by this pipeline, in databases that stay.</param>
/// <param name="Kept">What stays, and why, a sentence each.</param>
public sealed record DestroyPlan(
    ImmutableArray<DestroyedProject> Projects,
    ImmutableArray<DestroyedDatabase> Databases,
    ImmutableArray<TableName> Tables,
    ImmutableArray<string> Kept)
{
    public bool IsEmpty => Projects.IsEmpty && Databases.IsEmpty && Tables.IsEmpty;
}

public sealed record DestroyedProject(string Name, string Revision, ImmutableArray<string> Schedules);

public sealed record DestroyedDatabase(string Name, ImmutableArray<string> Tables, long Rows);
