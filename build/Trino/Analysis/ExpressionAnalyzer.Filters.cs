using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    /// <summary>Below it the values are compared one by one as fast.</summary>
    private const int LongList = 50;

    private readonly HashSet<InList> _joined = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// The condition of a WHERE. Where a column must be in a long list the engine is given a join: the time of it does not
    /// grow with the list, and nothing stands around it that a join could not.
    /// </summary>
    public string Filter(Expression condition)
    {
        if (Scope.Outer is null)
        {
            var terms = condition is Logical { Operator: "AND" } all ? all.Terms : [condition];
            _joined.UnionWith(terms.OfType<InList>().Where(t => t is { Negated: false, Value: Name or Dereference, Items.Length: >= LongList }));
        }

        return Condition(condition, "WHERE clause");
    }

    private bool IsJoined(InList list, TrinoType type, List<Typed> items) =>
        _joined.Contains(list)
        && (type.Kind is Kind.Varchar or Kind.BigInt or Kind.Integer)
        && items.TrueForAll(i => i.Constant is not null);
}
