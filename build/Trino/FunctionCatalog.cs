using System.Collections.Immutable;
using Cdp.Trino.Analysis;
using Cdp.Trino.Functions;

namespace Cdp.Trino;

/// <param name="Kind"><c>scalar</c>, <c>aggregate</c> or <c>window</c>.</param>
/// <param name="Mapping"><c>same</c> (DuckDB has it), <c>rewrite</c>, <c>.net</c>, or <c>refused</c>.</param>
/// <param name="Source"><c>Trino</c> or <c>Treasure Data</c>.</param>
public sealed record FunctionDescription(string Name, string Signature, string Kind, string Mapping, string Source);

/// <summary>The functions that are run here, and those of Trino that are refused by name.</summary>
public static class FunctionCatalog
{
    public static ImmutableArray<FunctionDescription> All { get; } = [.. Known().Concat(Special()).Concat(Missing()).OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static IEnumerable<FunctionDescription> Known() => FunctionTable.All.Entries.Select(e => new FunctionDescription(
        e.Name, e.Signature, e.Kind.ToString().ToLowerInvariant(), e.Mapping, e.TdOnly ? "Treasure Data" : "Trino"));

    private static IEnumerable<FunctionDescription> Special() =>
        SpecialForms.All.Select(f => new FunctionDescription(f.Name, f.Signature, "scalar", "rewrite", "Trino"));

    private static IEnumerable<FunctionDescription> Missing() => KnownFunctions.All
        .Where(name => FunctionTable.All.Find(name, Dialect.Td).IsEmpty && SpecialForms.All.All(f => f.Name != name))
        .Select(name => new FunctionDescription(name, name, "", "refused", "Trino"));
}
