using System.Collections.Immutable;
using Cdp.Trino.Translation;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    /// <summary>The same scope for ORDER BY, where the names of the select list come first.</summary>
    public ExpressionAnalyzer WithAliases(IEnumerable<(string Name, Typed Value)> aliases)
    {
        var copy = new ExpressionAnalyzer(queries, Scope) { Group = Group, Windows = Windows, Root = Root };
        copy._variables = aliases.GroupBy(a => a.Name).Where(g => g.Count() == 1)
            .Aggregate(ImmutableDictionary<string, Typed>.Empty, (all, g) => all.SetItem(g.Key, g.First().Value));
        return copy;
    }
}
