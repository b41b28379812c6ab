using System.Collections.Immutable;
using Cdp.Trino.Functions;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class QueryAnalyzer
{
    private sealed record Item(Expression? Source, Typed Value, string? Name, string? Alias);

    private QueryPlan Selected(Select select, Query? query, ExpressionAnalyzer? outer, ImmutableDictionary<string, CommonTable> tables)
    {
        var empty = new Scope([], outer, tables);
        var from = select.From is null ? null : Related(select.From, empty);
        NoteWholeReads(select, tables);
        var scope = empty.With(from?.Fields ?? []);
        var fromSql = from is null ? "" : $" FROM {from.Sql}";
        var where = select.Where is null
            ? ""
            : $" WHERE {new ExpressionAnalyzer(this, scope) { Clause = "WHERE clause", Root = select.Where.At }.Filter(select.Where)}";

        var source = new ExpressionAnalyzer(this, scope) { Clause = "GROUP BY clause", Root = select.At };
        var group = Grouped(select, query, source, scope);
        var windows = Named(select);
        var analyzer = new ExpressionAnalyzer(this, scope) { Group = group, Windows = windows, Root = select.At };
        foreach (var (_, window) in select.Windows)
        {
            analyzer.Root = window.At;
            analyzer.Check(window);
        }

        var items = Items(select, scope, analyzer);
        var having = "";
        if (select.Having is not null)
        {
            analyzer.Root = select.Having.At;
            having = $" WHERE {new ExpressionAnalyzer(this, scope) { Group = group, Clause = "HAVING clause", Windows = windows, Root = select.Having.At }.Condition(select.Having, "HAVING clause")}";
        }

        var order = query is null || query.OrderBy.IsEmpty ? "" : $" ORDER BY {string.Join(", ", query.OrderBy.Select(o => OrderKey(o, select, items, analyzer)))}";
        if (select.Distinct && items.FirstOrDefault(i => !i.Value.Type.IsComparable) is { } bad)
        {
            throw Scope.Error("TYPE_MISMATCH", select.At, $"DISTINCT can only be applied to comparable types (actual: {bad.Value.Type.Name})");
        }

        var list = string.Join(", ", items.Select((item, i) => $"{(item.Value.IsNull ? "CAST(NULL AS INTEGER)" : item.Value.Sql)} AS c{i}"));
        var rest = group is null ? fromSql + where : $" FROM {group.Sql(fromSql, where)}{having}";
        return new QueryPlan(
            $"SELECT {(select.Distinct ? Distinctly(items) : "")}{list}{rest}{order}{(query is null ? "" : Limits(query))}",
            [.. items.Select(i => new OutputColumn(i.Name, i.Value.Type))]);
    }

    /// <summary>Times with zones are one row where they are one instant.</summary>
    private static string Distinctly(List<Item> items) => items.Any(i => i.Value.Type.Kind == Kind.TimestampTz)
        ? $"DISTINCT ON ({string.Join(", ", items.Select(i => i.Value.Type.Kind == Kind.TimestampTz ? $"({i.Value.Sql}).u" : i.Value.IsNull ? "NULL" : i.Value.Constant is null ? i.Value.Sql : $"({i.Value.Sql}) IS NULL"))}) "
        : "DISTINCT ";

    private static List<Item> Items(Select select, Scope scope, ExpressionAnalyzer analyzer)
    {
        var items = new List<Item>();
        foreach (var item in select.Items)
        {
            analyzer.Root = item.At;
            if (item is SelectExpression e)
            {
                var value = analyzer.Analyze(e.Value);
                var name = e.Alias?.Text ?? (e.Value as Name)?.Text ?? (e.Value as Dereference)?.Field.Text;
                items.Add(new Item(e.Value, value, name, name?.ToLowerInvariant()));
            }
            else if (item is SelectAll all)
            {
                items.AddRange(Starred(all, scope, analyzer));
            }
        }

        return items;
    }

    private static IEnumerable<Item> Starred(SelectAll all, Scope scope, ExpressionAnalyzer analyzer)
    {
        if (scope.Fields.IsEmpty && all.Target is null)
        {
            throw Scope.Error("COLUMN_NOT_FOUND", all.At, "SELECT * not allowed in queries without FROM clause");
        }

        var fields = scope.Fields;
        if (all.Target is Name table)
        {
            // a table of the query around it is as good
            fields = [.. scope.Fields.Where(f => f.Table == table.Lower)];
            for (var around = scope.Outer; fields.IsEmpty && around is not null; around = around.Scope.Outer)
            {
                fields = [.. around.Scope.Fields.Where(f => f.Table == table.Lower)];
                if (!fields.IsEmpty)
                {
                    return fields.Select(f => new Item(null, around.Resolve([new Name(all.At, table.Lower, true), new Name(all.At, f.Name ?? "", true)]) ?? throw Scope.Error(TrinoException.NotSupportedLocally, all.At, "A star of columns without names from the query around is not supported locally"), f.Name, f.Name)).ToList();
                }
            }
        }
        else if (all.Target is Dereference { Base: Name database, Field: var field }
            && scope.Fields.Any(f => f.Table == field.Lower && f.Database == database.Lower))
        {
            fields = [.. scope.Fields.Where(f => f.Table == field.Lower && f.Database == database.Lower)];
        }
        else if (all.Target is not null)
        {
            var row = analyzer.Analyze(all.Target);
            if (row.Type.Kind != Kind.Row)
            {
                throw Scope.Error("TYPE_MISMATCH", all.At, $"expected expression of type Row");
            }

            if (!all.Aliases.IsEmpty && all.Aliases.Length != row.Type.Items.Length)
            {
                throw Scope.Error("MISMATCHED_COLUMN_ALIASES", all.At, $"Column alias list has {all.Aliases.Length} entries but relation has {row.Type.Items.Length} columns");
            }

            return row.Type.Items.Select((t, i) => new Item(null, new Typed(t, $"{row.Sql}.f{i}"), all.Aliases.IsEmpty ? row.Type.Fields[i] : all.Aliases[i].Lower, (all.Aliases.IsEmpty ? row.Type.Fields[i] : all.Aliases[i].Lower)?.ToLowerInvariant()));
        }

        if (fields.IsEmpty)
        {
            throw Scope.Error("TABLE_NOT_FOUND", all.At, $"Unable to resolve reference {(all.Target as Name)?.Lower}");
        }

        if (!all.Aliases.IsEmpty && all.Aliases.Length != fields.Length)
        {
            throw Scope.Error("MISMATCHED_COLUMN_ALIASES", all.At, $"Column alias list has {all.Aliases.Length} entries but relation has {fields.Length} columns");
        }

        return fields.Select((f, i) =>
        {
            var value = new Typed(f.Type, f.Sql);
            var name = new Name(all.At, f.Name ?? $"_col{i}", true);
            value = analyzer.Group?.Column(value, [name], all.At) ?? value;
            return new Item(null, value, all.Aliases.IsEmpty ? f.Name : all.Aliases[i].Lower, f.Name);
        });
    }

    private static string OrderKey(SortItem item, Select select, List<Item> items, ExpressionAnalyzer analyzer)
    {
        analyzer.Root = item.Key.At;
        var index = -1;
        if (item.Key is IntegerLiteral ordinal)
        {
            index = int.TryParse(ordinal.Digits, out var n) && n >= 1 && n <= items.Count
                ? n - 1
                : throw Scope.Error("INVALID_COLUMN_REFERENCE", ordinal.At, $"ORDER BY position {ordinal.Digits} is not in select list");
        }
        else if (item.Key is Name name)
        {
            var named = items.Select((it, i) => (it, i)).Where(p => p.it.Alias == name.Lower).ToList();
            if (named.Count > 1)
            {
                throw Scope.Error("AMBIGUOUS_NAME", item.Key.At, $"Column '{name.Lower}' is ambiguous");
            }

            index = named.Count > 0 ? named[0].i : -1;
        }

        if (index < 0 && SyntaxWalk.Within(item.Key).OfType<FunctionCall>().Where(c => c.Over is null && FunctionTable.All.Find(c.Function, Dialect.Td) is [{ Kind: FunctionKind.Aggregate }, ..])
            .SelectMany(c => SyntaxWalk.Within(c)).OfType<Name>().FirstOrDefault(n => select.Items.OfType<SelectExpression>().Any(i => i.Alias?.Lower == n.Lower)) is { } output)
        {
            throw Scope.Error("COLUMN_NOT_FOUND", output.At, "Invalid reference to output projection attribute from ORDER BY aggregation");
        }

        var value = index >= 0 ? items[index].Value : analyzer.WithAliases(items.Where(i => i.Alias is not null && i.Source is not null).Select(i => (i.Alias!, i.Value))).Analyze(item.Key);
        var renamed = select.Distinct && item.Key is not (Name or IntegerLiteral)
            && SyntaxWalk.Within(item.Key).OfType<Name>().Any(n => items.Any(i => i.Alias == n.Lower));
        index = index >= 0 || renamed ? index : items.FindIndex(i => i.Value.Sql == value.Sql);
        if (select.Distinct && index < 0)
        {
            throw Scope.Error("EXPRESSION_NOT_IN_DISTINCT", item.Key.At, "For SELECT DISTINCT, ORDER BY expressions must appear in select list");
        }

        // by position: DISTINCT needs it, and the engine then does not compute the value twice
        return index >= 0 && value.Type.Kind != Kind.TimestampTz && value.Type.IsOrderable
            ? $"{index + 1}{(item.Descending ? " DESC" : "")}{(item.NullsFirst == true ? " NULLS FIRST" : " NULLS LAST")}"
            : ExpressionAnalyzer.OrderKey(value, item);
    }
}
