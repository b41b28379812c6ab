using System.Collections.Immutable;

namespace Cdp.Trino;

public enum LoadFormat
{
    Csv,
    JsonLines,
    Json,
    Parquet,
}

public enum LoadMode
{
    Append,
    Replace,
}

/// <summary>A column of the file. Without a type it is varchar (CSV) or what the file says (JSON, Parquet).</summary>
/// <param name="Type"><c>bigint</c>, <c>double</c> or <c>varchar</c>.</param>
public sealed record LoadColumn(string Name, string? Type = null);

/// <summary>Rows of [From, To) by a column that holds a time as ISO text, a timestamp, or an epoch in seconds.</summary>
public sealed record LoadWindow(string Column, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>What <c>td_load&gt;</c> does: files into a table, in one transaction.</summary>
public sealed record LoadRequest
{
    public required string Database { get; init; }

    public required string Table { get; init; }

    public required ImmutableArray<string> Files { get; init; }

    public required LoadFormat Format { get; init; }

    public LoadMode Mode { get; init; } = LoadMode.Append;

    /// <summary>Empty: the columns of the file.</summary>
    public ImmutableArray<LoadColumn> Columns { get; init; } = [];

    public LoadWindow? Window { get; init; }

    /// <summary>Lower case; anything but <c>[a-z0-9_]</c> becomes <c>_</c> (applied after the window).</summary>
    public bool NormalizeNames { get; init; } = true;

    public char Delimiter { get; init; } = ',';

    public bool HasHeader { get; init; } = true;

    /// <summary>Unix seconds for the column <c>time</c> of rows that bring none.</summary>
    public required long Time { get; init; }

    /// <summary>Committed with the rows; a load whose marker is there already does nothing.</summary>
    public string? Marker { get; init; }
}

/// <param name="Repeated">The marker was there: nothing was loaded now.</param>
public sealed record LoadResult(long Records, bool Repeated);
