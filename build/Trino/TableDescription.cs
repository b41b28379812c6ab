using System.Collections.Immutable;

namespace Cdp.Trino;

/// <param name="Type">As DESCRIBE prints it: <c>varchar</c>, <c>decimal(10,2)</c>, <c>array(varchar)</c>.</param>
public sealed record TableColumn(string Name, string Type);

public sealed record TableDescription(
    string Database,
    string Name,
    long RowCount,
    ImmutableArray<TableColumn> Columns);

/// <summary>What a <c>marker</c> of a finished job tells.</summary>
/// <param name="Summary">The text that was stored with the job's last statement: its record count.</param>
public sealed record JobMarker(string Key, string Summary);
