using System.Collections.Immutable;

namespace Cdp.Trino;

/// <summary>A fault of a SQL text.</summary>
/// <param name="Message">Without the place, which stands in <paramref name="Line"/> and <paramref name="Column"/>.</param>
public sealed record SqlFault(int Line, int Column, string ErrorName, string Message);

/// <summary>The tables that a text is checked against; a null column list is a table of unknown columns.</summary>
public sealed record SqlCatalog(ImmutableArray<TableDescription> Tables)
{
    /// <summary>Nothing is known: texts are parsed, and not bound.</summary>
    public static SqlCatalog Unknown { get; } = new([]);
}
