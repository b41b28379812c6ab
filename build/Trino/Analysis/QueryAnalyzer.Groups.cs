using System.Collections.Immutable;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Analysis;

/// <summary>GROUP BY and the WINDOW clause.</summary>
internal sealed partial class QueryAnalyzer
{
    private const int MostGroupingSets = 2048;

    private static ImmutableDictionary<string, Window> Named(Select select)
    {
        var windows = ImmutableDictionary<string, Window>.Empty;
        foreach (var (name, window) in select.Windows)
        {
            windows = windows.ContainsKey(ExpressionAnalyzer.WindowKey(name))
                ? throw Scope.Error("DUPLICATE_WINDOW_NAME", name.At, $"WINDOW name '{name.Text}' specified more than once")
                : windows.Add(ExpressionAnalyzer.WindowKey(name), window);
        }

        return windows;
    }

    private Group? Grouped(Select select, Query? query, ExpressionAnalyzer source, Scope scope)
    {
        var aggregates = select.Items.OfType<SelectExpression>().Any(i => HasAggregate(i.Value))
            || (select.Having is not null)
            || (query?.OrderBy.Any(o => HasAggregate(o.Key)) ?? false);
        if (select.GroupBy is null && select.Items.OfType<SelectExpression>().Any(i => SyntaxWalk.Within(i.Value).Any(e => e is Grouping)))
        {
            throw Scope.Error("MISSING_GROUP_BY", select.At, "A GROUPING() operation can only be used with a corresponding GROUPING SET/CUBE/ROLLUP/GROUP BY clause");
        }

        if (select.GroupBy is null && !aggregates)
        {
            return null;
        }

        // an aggregate's arguments are no GROUP BY clause
        var group = new Group(new ExpressionAnalyzer(this, scope) { Root = source.Root }, $"g{NextNumber()}", () => _number);
        if (select.GroupBy is null)
        {
            group.Sets.Add([]);
            group.Explicit = false;
            return group;
        }

        group.Explicit = true;
        var sets = new List<ImmutableArray<int>> { ImmutableArray<int>.Empty };
        foreach (var element in select.GroupBy.Elements)
        {
            var own = Sets(element, select, group, scope);
            if (sets.Count * own.Count > MostGroupingSets)
            {
                throw Scope.Error("TOO_MANY_GROUPING_SETS", select.At, $"GROUP BY has {sets.Count * own.Count} grouping sets but can contain at most {MostGroupingSets}");
            }

            sets = [.. sets.SelectMany(s => own.Select(o => s.Concat(o).Distinct().ToImmutableArray()))];
        }

        if (select.GroupBy.Distinct)
        {
            sets = [.. sets.DistinctBy(s => string.Join(',', s.Order()))];
        }

        group.Sets.AddRange(sets);
        return group;
    }

    private List<ImmutableArray<int>> Sets(GroupingElement element, Select select, Group group, Scope scope)
    {
        int Key(Expression e) => group.AddKey(GroupKey(e, element.Kind, select, scope));
        var parts = element.Sets.Select(s => s.Select(Key).ToImmutableArray()).ToList();
        switch (element.Kind)
        {
            case "ROLLUP":
                return [.. Enumerable.Range(0, parts.Count + 1).Select(i => parts.Take(parts.Count - i).SelectMany(p => p).ToImmutableArray())];
            case "CUBE" when parts.Count > 11:
                throw Scope.Error("TOO_MANY_GROUPING_SETS", select.At, $"GROUP BY has more than {MostGroupingSets} grouping sets");
            case "CUBE":
                return [.. Enumerable.Range(0, 1 << parts.Count).Select(mask => parts.Where((_, i) => (mask & (1 << i)) == 0).SelectMany(p => p).ToImmutableArray())];
            default:
                return parts;
        }
    }

    private Expression GroupKey(Expression expression, string kind, Select select, Scope scope)
    {
        if (kind != "SIMPLE" && expression is not (Name or Dereference))
        {
            throw Scope.Error("INVALID_COLUMN_REFERENCE", expression.At, "GROUP BY expression must be a column reference: " + (expression as IntegerLiteral)?.Digits);
        }

        if (expression is IntegerLiteral ordinal)
        {
            var expanded = Expanded(select, scope);
            expression = int.TryParse(ordinal.Digits, out var n) && n >= 1 && n <= expanded.Count
                ? expanded[n - 1]
                : throw Scope.Error("INVALID_COLUMN_REFERENCE", ordinal.At, $"GROUP BY position {ordinal.Digits} is not in select list");
        }

        if (SyntaxWalk.Within(expression).FirstOrDefault(e => e is FunctionCall { Over: not null } || (e is FunctionCall c && IsAggregate(c.Function))) is { } wrong)
        {
            throw Scope.Error("EXPRESSION_NOT_SCALAR", wrong.At, "GROUP BY clause cannot contain aggregations, window functions or grouping operations");
        }

        return expression;
    }

    /// <summary>The select list with the stars resolved, for ordinals.</summary>
    private static List<Expression> Expanded(Select select, Scope scope) =>
    [
        .. select.Items.SelectMany(item => item switch
        {
            SelectExpression e => [e.Value],
            SelectAll all => scope.Fields.Where(f => all.Target is not Name target || f.Table == target.Lower).Select(f =>
                (Expression)(f.Table is null ? new Name(all.At, f.Name ?? "", true) : new Dereference(all.At, new Name(all.At, f.Table, true), new Name(all.At, f.Name ?? "", true)))),
            _ => Enumerable.Empty<Expression>(),
        }),
    ];
}
