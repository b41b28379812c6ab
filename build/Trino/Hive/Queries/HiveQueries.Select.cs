using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

internal sealed partial class HiveQueries
{
    /// <param name="Node">The expression, as ORDER BY and HAVING may name it.</param>
    private sealed record Item(HiveOutput Output, string Sql, HiveNode Node);

    /// <param name="query">Whose order and limit apply, or null.</param>
    private HivePlan Select(HiveSelect select, HiveScope? outer, HiveQuery? query, bool isTop)
    {
        var sources = new HiveSources(this, context, outer);
        var (from, fields) = select.From is null ? ("", ImmutableArray<HiveField>.Empty) : sources.Read(select.From);
        var scope = new HiveScope(fields, outer);
        var rows = new HiveExpressions(context, scope) { Queries = this, Windows = select.Windows };
        if (select.Where is not null && HasAggregate(select.Where, context))
        {
            rows.Condition(select.Where);
        }

        var where = select.Where is null ? "" : $" WHERE {rows.Condition(select.Where)}";
        if (select.Items.FirstOrDefault(i => i.Value.Form == HiveForm.Call && i.Value.Over is null && HiveTableFunctions.Has(i.Value.Text, context)) is { } made)
        {
            return Ordered(Made(select, made, rows, from, where), query ?? Plain(select));
        }

        var grouped = IsGrouped(select, query);
        if (select.Having is not null && select.Group is null && !grouped)
        {
            throw HiveError.Semantic(null, "HAVING specified without GROUP BY");
        }

        var behind = grouped ? Group(select, rows, ref from, ref where) : rows;
        var analyzer = With(behind, select, ImmutableDictionary<string, HiveNode>.Empty, inSelect: true);
        var items = Named(Items(select, analyzer, scope, sources), select, isTop);
        var aliases = select.Items.Where(i => i.Names.Length == 1).GroupBy(i => i.Names[0]).ToImmutableDictionary(g => g.Key, g => g.First().Value);
        var having = select.Having is null ? "" : $" HAVING {With(behind, select, aliases, inSelect: false).Condition(select.Having)}";
        var qualify = select.Qualify is null ? "" : $" QUALIFY {With(behind, select, aliases, inSelect: false).Condition(select.Qualify)}";
        var tail = $"{(from.Length == 0 ? "" : $" FROM {from}")}{where}{(grouped ? behind.Groups!.Clause : "")}{having}{qualify}";
        return Finished(select, query, [.. items], tail, With(behind, select, aliases, inSelect: false));
    }

    private static HiveQuery Plain(HiveSelect select) => new([], [("", select)], [], null, 0);

    private HiveExpressions With(HiveExpressions behind, HiveSelect select, ImmutableDictionary<string, HiveNode> aliases, bool inSelect) => new(context, behind.Scope)
    {
        Queries = this,
        Groups = behind.Groups,
        HasWindows = true,
        Windows = select.Windows,
        Aliases = aliases,
        IsSelectList = inSelect,
    };

    private bool IsGrouped(HiveSelect select, HiveQuery? query) => select.Group is not null
        || select.Items.Any(i => HasAggregate(i.Value, context))
        || (select.Having is not null && HasAggregate(select.Having, context))
        || (query is not null && context.IsFour && query.Order.Any(o => HasAggregate(o.Value, context)));

    /// <summary>An aggregate stands somewhere in it, and not as a window function.</summary>
    public static bool HasAggregate(HiveNode node, HiveContext context) =>
        (node.Form == HiveForm.Call && node.Over is null && HiveAggregates.Has(node.Text, context))
        || node.Items.Any(i => HasAggregate(i, context))
        || (node.Over is { } over && (over.Partition.Any(p => HasAggregate(p, context)) || over.Order.Any(o => HasAggregate(o.Value, context))));

    /// <summary>The rows and the keys become columns first, so that a key is found again by its name alone.</summary>
    private HiveExpressions Group(HiveSelect select, HiveExpressions rows, ref string from, ref string where)
    {
        var name = context.NextName();
        var grouping = select.Group ?? new HiveGrouping([], "", []);
        if (grouping.Keys.FirstOrDefault(k => k.Form is HiveForm.Number) is { } place)
        {
            // a number is no column here: what SELECT names is not in the key
            var first = select.Items.Select(i => i.Value).FirstOrDefault(v => v.Form == HiveForm.Name && !HasAggregate(v, context));
            throw first is null ? HiveError.Refused("A number in GROUP BY", place) : HiveError.Semantic(10025, $"Expression not in GROUP BY key '{first.Text}'", first);
        }

        var keys = grouping.Keys.Select(rows.Analyze).ToImmutableArray();
        var fields = rows.Scope.Fields;
        var columns = fields.Select((f, i) => $"{f.Value.Sql} AS f{i}").Concat(keys.Select((k, i) => $"{k.Sql} AS g{i}")).DefaultIfEmpty("1 AS f0");
        from = $"(SELECT {string.Join(", ", columns)}{(from.Length == 0 ? "" : $" FROM {from}")}{where}) AS {name}";
        where = "";
        var inner = new HiveScope([.. fields.Select((f, i) => f with { Value = new HiveValue(f.Value.Type, $"{name}.f{i}"), Inner = null })], rows.Scope.Outer);
        var over = new HiveExpressions(context, inner) { Queries = this, Windows = select.Windows };
        var known = keys.Select((k, i) => (over.Analyze(grouping.Keys[i]).Sql, new HiveValue(k.Type, $"{name}.g{i}"))).ToImmutableArray();
        return new HiveExpressions(context, inner)
        {
            Queries = this,
            Windows = select.Windows,
            Groups = new HiveGroups(over, known) { Clause = Clause(grouping, known, over) },
        };
    }

    private static string Clause(HiveGrouping grouping, ImmutableArray<(string Row, HiveValue Value)> keys, HiveExpressions rows)
    {
        if (keys.IsEmpty)
        {
            return "";
        }

        var list = string.Join(", ", keys.Select(k => k.Value.Sql));
        string Set(ImmutableArray<HiveNode> set) => string.Join(", ", set.Select(n => keys.FirstOrDefault(k => k.Row == rows.Analyze(n).Sql).Value?.Sql
            ?? throw HiveError.Refused("A grouping set of what is no key", n)));
        return grouping.Kind switch
        {
            "" => $" GROUP BY {list}",
            "GROUPING SETS" => $" GROUP BY GROUPING SETS ({string.Join(", ", grouping.Sets.Select(s => $"({Set(s)})"))})",
            _ => $" GROUP BY {grouping.Kind} ({list})",
        };
    }

    private IEnumerable<Item> Items(HiveSelect select, HiveExpressions analyzer, HiveScope scope, HiveSources sources)
    {
        foreach (var item in select.Items)
        {
            if (item.Value.Form != HiveForm.Star)
            {
                yield return One(item, analyzer);
                continue;
            }

            if (sources.HasUsing)
            {
                throw HiveError.Refused("* over a join by USING", item.Value);
            }

            var found = scope.Fields.Where(f => !f.Hidden && (item.Value.Qualifier is null || item.Value.Qualifier == f.Qualifier)).ToList();
            if (found.Count == 0)
            {
                throw select.From is null ? HiveError.Refused("* without FROM", item.Value.At) : HiveError.Semantic(10023, "Invalid table alias", item.Value.At);
            }

            foreach (var field in found)
            {
                var node = new HiveNode(HiveForm.Name, field.Name, item.Value.At, []) { Qualifier = field.Qualifier };
                yield return new Item(new HiveOutput(field.Name, $"{field.Qualifier}.{field.Name}", field.Value.Type) { Qualifier = field.Qualifier, Inner = field.Inner }, analyzer.Groups is null ? field.Value.Sql : analyzer.Analyze(node).Sql, node);
            }
        }
    }

    private static Item One(HiveItem item, HiveExpressions analyzer)
    {
        var value = analyzer.Analyze(item.Value);
        if (item.Names.Length > 1)
        {
            throw HiveError.Semantic(null, "AS clause has an invalid number of aliases", item.Value);
        }

        if (item.Names.Length == 1)
        {
            return new Item(new HiveOutput(item.Names[0], item.Names[0], value.Type) { Literal = value.Literal }, value.Sql, item.Value);
        }

        var node = item.Value;
        if (node.Form == HiveForm.Name)
        {
            var qualifier = node.Qualifier ?? analyzer.Scope.Find(null, node.Text).FirstOrDefault()?.Qualifier;
            return new Item(new HiveOutput(node.Text, node.Qualifier is null ? node.Text : $"{node.Qualifier}.{node.Text}", value.Type) { Qualifier = qualifier }, value.Sql, node);
        }

        return node.Form == HiveForm.Field
            ? new Item(new HiveOutput(node.Text, node.Text, value.Type), value.Sql, node)
            : new Item(new HiveOutput("", "", value.Type) { Unnamed = true, Literal = value.Literal }, value.Sql, node);
    }

    /// <summary>SELECT of a function that makes rows: it stands alone.</summary>
    private HivePlan Made(HiveSelect select, HiveItem item, HiveExpressions rows, string from, string where)
    {
        if (select.Items.Length > 1)
        {
            throw HiveError.Semantic(null, "Only a single expression in the SELECT clause is supported with UDTF's", HivePlaces.Of(select.Items.First(i => i != item).Value));
        }

        if (select.Distinct || select.Group is not null || select.Having is not null)
        {
            throw HiveError.Refused($"{item.Value.Text} with DISTINCT or GROUP BY", item.Value);
        }

        var made = HiveTableFunctions.Make(item.Value, rows);
        var columns = HiveSources.Named(made, item.Names);
        var list = columns.Select((c, i) => $"{(made.Many ? $"unnest({c.Sql})" : c.Sql)} AS c{i}");
        return new HivePlan(
            $"SELECT {string.Join(", ", list)}{(from.Length == 0 ? "" : $" FROM {from}")}{where}",
            [.. columns.Select(c => new HiveOutput(c.Name, c.Name, c.Type) { Inner = c.Inner })]);
    }
}
