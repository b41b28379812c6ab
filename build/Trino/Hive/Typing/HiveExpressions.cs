using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Hive;

/// <summary>Gives an expression its type by Hive's rules, and DuckDB's text for it. What is not proven is refused.</summary>
internal sealed partial class HiveExpressions(HiveContext context, HiveScope scope)
{
    public HiveScope Scope => scope;

    public HiveContext Context => context;

    /// <summary>The queries that sub-queries are read by.</summary>
    public required HiveQueries Queries { get; init; }

    /// <summary>Set where rows are grouped: keys and aggregates are all there is.</summary>
    public HiveGroups? Groups { get; init; }

    /// <summary>Window functions may stand here.</summary>
    public bool HasWindows { get; init; }

    public ImmutableDictionary<string, HiveWindow> Windows { get; init; } = ImmutableDictionary<string, HiveWindow>.Empty;

    /// <summary>The expressions of SELECT by their names, for HAVING and ORDER BY.</summary>
    public ImmutableDictionary<string, HiveNode> Aliases { get; init; } = ImmutableDictionary<string, HiveNode>.Empty;

    /// <summary>ORDER BY looks at the names of SELECT first, HAVING at the columns.</summary>
    public bool AliasesFirst { get; init; }

    public HiveValue Analyze(HiveNode node)
    {
        if (Groups?.Key(node) is { } key)
        {
            return key;
        }

        return node.Form switch
        {
            HiveForm.Null => HiveValue.Null,
            HiveForm.Text => HiveLiterals.Text(node.Text),
            HiveForm.Number => HiveLiterals.Number(node),
            HiveForm.Boolean => new HiveValue(TrinoType.Boolean, node.Text) { IsConstant = true },
            HiveForm.Literal => HiveLiterals.Temporal(node, context.Version),
            HiveForm.Name => Named(node),
            HiveForm.Field => Field(node),
            HiveForm.Cast => Cast(node),
            HiveForm.Case => Case(node),
            HiveForm.Operator => Operator(node),
            HiveForm.Subscript => Subscript(node),
            HiveForm.Query => Queries.SubQuery(node, this),
            HiveForm.Call => Call(node),
            _ => throw HiveError.Refused($"'{node.Text}' in this place", node.At),
        };
    }

    /// <summary>A condition of WHERE, ON and HAVING. Hive 4 reads what is no boolean as one.</summary>
    public string Condition(HiveNode node)
    {
        var value = Analyze(node);
        return value.Type.Kind == Kind.Boolean ? value.Sql
            : context.IsFour || value.IsNull ? HiveCasts.To(value, TrinoType.Boolean, context).Sql
            : value.Type.IsNumeric || value.IsText
            ? $"(CASE WHEN {value.Sql} IS NOT NULL THEN {Translation.Sql.FailWith(Runtime.Hive.HiveRuntime.Failed, "ClassCastException: a condition that is no boolean", TrinoType.Boolean)} END)"
            : throw HiveError.Refused("A condition that is not boolean", node);
    }

    private HiveValue Named(HiveNode node)
    {
        if (AliasesFirst && node.Qualifier is null && Aliases.TryGetValue(node.Text, out var first))
        {
            return Unaliased(first);
        }

        for (var at = scope; at is not null; at = at.Outer)
        {
            var found = at.Find(node.Qualifier, node.Text).Where(f => !f.Hidden).ToList();
            if (found.Count > 1)
            {
                throw HiveError.Semantic(null, $"Column {node.Text} Found in more than One Tables/Subqueries");
            }

            if (found.Count == 1)
            {
                return Groups is null || at != scope ? found[0].Value : throw HiveError.Semantic(10025, $"Expression not in GROUP BY key '{node.Text}'", GroupPlace(node));
            }

            // a struct's field is written like a table's column
            if (node.Qualifier is { } name && !at.HasTable(name) && at.Find(null, name).FirstOrDefault() is { } structure)
            {
                return Groups is null ? FieldOf(structure.Value, node) : throw HiveError.Refused("A field of a struct in a grouped query", node);
            }
        }

        if (node.Qualifier is null && Aliases.TryGetValue(node.Text, out var alias))
        {
            return Unaliased(alias);
        }

        if (node.Text is "grouping__id" or "input__file__name" or "block__offset__inside__file" or "row__id")
        {
            throw HiveError.Refused($"The column {node.Text}", node);
        }

        throw HiveError.UnknownColumn(node.Qualifier is { } table && !scope.HasTable(table) ? table : node.Text, scope.Names, node.At);
    }

    /// <summary>Within the meaning of a name the names of SELECT are not known.</summary>
    private HiveValue Unaliased(HiveNode node) => new HiveExpressions(context, scope)
    {
        Queries = Queries,
        Groups = Groups,
        HasWindows = HasWindows,
        Windows = Windows,
    }.Analyze(node);

    /// <summary>Behind a dot when the name has a table in front.</summary>
    private static Syntax.SqlPosition GroupPlace(HiveNode node) => node.Qualifier is { } table
        ? node.At with { Column = node.At.Column + table.Length + 1 }
        : node.At;

    private HiveValue Field(HiveNode node) => FieldOf(Analyze(node.Items[0]), node);

    private static HiveValue FieldOf(HiveValue value, HiveNode node)
    {
        var (type, list) = value.Type.Kind == Kind.Array ? (value.Type.Element, true) : (value.Type, false);
        if (type.Kind != Kind.Row)
        {
            throw HiveError.Semantic(10042, $". Operator is only supported on struct or list of struct types '{node.Text}'", node);
        }

        var index = type.Fields.IndexOf(node.Text);
        if (index < 0)
        {
            throw HiveError.Semantic(null, $"RuntimeException cannot find field {node.Text}(lowercase form: {node.Text}) in [{string.Join(", ", type.Fields)}]");
        }

        return list
            ? new HiveValue(TrinoType.Array(type.Items[index]), $"list_transform({value.Sql}, lambda s: s.f{index})")
            : new HiveValue(type.Items[index], $"({value.Sql}).f{index}");
    }

    private HiveValue Cast(HiveNode node)
    {
        var value = Analyze(node.Items[0]);
        return node.Type!.Kind == Kind.Date && value.Type.IsNumeric
            ? throw HiveError.Semantic(
                HiveError.WrongType, $"Argument type mismatch: todate only takes DATE_GROUP, STRING_GROUP, VOID_GROUP types as 1st argument, got {HiveTypes.Capitals(value.Type)}", node.Items[0])
            : HiveCasts.To(value, node.Type!, context, written: true);
    }

    private HiveValue Case(HiveNode node)
    {
        var items = node.Items.Select(Analyze).ToList();
        var pairs = items.Count / 2;
        for (var i = 0; i < pairs; i++)
        {
            if (items[2 * i].Type.Kind != Kind.Boolean && !items[2 * i].IsNull)
            {
                throw HiveError.Semantic(HiveError.WrongType, $"Argument type mismatch: \"boolean\" is expected after WHEN, but \"{HiveTypes.Name(items[2 * i].Type)}\" is found", node.Items[2 * i]);
            }
        }

        var values = items.Where((_, i) => i % 2 == 1 || i == 2 * pairs).ToList();
        var type = HiveTypes.Common(values) ?? throw HiveError.Refused("A CASE of these types", node);
        if (type.Kind == Kind.Unknown)
        {
            throw HiveError.Refused("A CASE of NULLs alone", node);
        }

        string Converted(HiveValue value) => HiveCasts.To(value, type, context).Sql;
        var branches = Enumerable.Range(0, pairs).Select(i => $"WHEN {items[2 * i].Sql} THEN {Converted(items[(2 * i) + 1])}");
        var otherwise = items.Count % 2 == 1 ? $" ELSE {Converted(items[^1])}" : "";
        return new HiveValue(type, $"(CASE {string.Join(" ", branches)}{otherwise} END)") { IsConstant = items.TrueForAll(i => i.IsConstant) };
    }

    private HiveValue Subscript(HiveNode node)
    {
        var (value, index) = (Analyze(node.Items[0]), Analyze(node.Items[1]));
        if (value.Type.Kind == Kind.Array)
        {
            if (!(index.Type.IsInteger && index.Type.Kind != Kind.BigInt) && !index.IsNull)
            {
                throw HiveError.Semantic(null, "Not proper type for index of ARRAY. Currently, only integer type is supported", node.At);
            }

            var sql = index.IsNull ? "CAST(NULL AS INTEGER)" : index.Sql;
            return new HiveValue(value.Type.Element, Translation.Sql.Let(sql, i => $"(CASE WHEN {i} >= 0 THEN {value.Sql}[{i} + 1] END)"));
        }

        if (value.Type.Kind == Kind.Map)
        {
            var key = value.Type.Items[0];
            return index.IsNull || index.Type.Equals(key)
                ? new HiveValue(value.Type.Items[1], $"({value.Sql}[{HiveCasts.To(index, key, context).Sql}])")
                : throw HiveError.Semantic(10032, $"MAP key type does not match index expression type '{node.Items[1].Text}'", node);
        }

        throw HiveError.Semantic(10033, "[] not valid on non-collection types", node);
    }
}
