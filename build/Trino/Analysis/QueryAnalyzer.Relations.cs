using System.Collections.Immutable;
using Cdp.Trino.Execution;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class QueryAnalyzer
{
    /// <summary>What stands behind USING of a MERGE.</summary>
    public RelationPlan Source(Relation relation) =>
        Related(relation, new Scope([], null, ImmutableDictionary<string, CommonTable>.Empty));

    private RelationPlan Related(Relation relation, Scope scope) => relation switch
    {
        TableReference table => Table(table, scope.Tables),
        QueryRelation query => Nested(query, scope),
        Aliased aliased => Named(aliased, scope),
        Unnest unnest => Unnested(unnest, scope),
        Join join => Joined(join, scope),
        Sampled sampled => Sample(sampled, scope),
        UnsupportedRelation other => throw Scope.Error(TrinoException.NotSupportedLocally, other.At, $"{other.What} is not supported locally"),
        _ => throw Scope.Error(TrinoException.NotSupportedLocally, relation.At, "This relation is not supported locally"),
    };

    private RelationPlan Sample(Sampled sampled, Scope scope)
    {
        if (sampled.Percentage is IntegerLiteral { Digits: "100" })
        {
            return Related(sampled.Relation, scope);
        }

        throw Scope.Error(TrinoException.NotSupportedLocally, sampled.At, "TABLESAMPLE is not supported locally: its rows cannot be the same");
    }

    private RelationPlan Table(TableReference reference, ImmutableDictionary<string, CommonTable> tables)
    {
        var parts = reference.Table.Parts;
        if (parts.Length == 1 && tables.TryGetValue(parts[0].Lower, out var common))
        {
            var alias = $"r{NextNumber()}";
            return new RelationPlan(
                $"{common.Sql} AS {alias}",
                [.. common.Columns.Select((c, i) => new Field(c.Name, c.Type, $"{alias}.c{i}", parts[0].Lower))]);
        }

        var (database, table) = Locate(reference.Table);
        if (database == "information_schema")
        {
            return InformationSchema.Read(this, table, parts.Length > 2 ? null : database, reference.At);
        }

        var name = $"r{NextNumber()}";
        var qualifier = parts.Length > 1 ? database : Context.Database;
        if (Schema.Columns(database, table) is { } columns)
        {
            return new RelationPlan(
                $"{Duck.Name(database, table)} AS {name}",
                [.. columns.Select(c => new Field(c.Name, c.Type, $"{name}.{Duck.Name(c.Name)}", table, qualifier))]);
        }

        if (Schema.View(database, table) is { } view)
        {
            return Wrapped(Viewed(database, table, view, reference.At), name, table, qualifier);
        }

        throw Missing(database, table, reference.At);
    }

    /// <summary>A view is planned anew at each use, and must still give what it was made for.</summary>
    private QueryPlan Viewed(string database, string view, string text, SqlPosition at)
    {
        var full = $"{CatalogName}.{database}.{view}";
        if (_views.Contains(full))
        {
            throw Scope.Error("VIEW_IS_RECURSIVE", at, "View is recursive");
        }

        ViewsRead.Add(full);
        QueryPlan plan;
        try
        {
            // names in it are numbered apart from those around it
            var queries = new QueryAnalyzer(Context with { Database = database }, Schema, DecimalsAreDoubles) { _number = _number + 1000, _views = _views.Add(full), ViewsRead = ViewsRead };
            plan = queries.Analyze(Parser.ParseQuery(text));
            _number = queries._number + 1;
        }
        catch (TrinoException error) when (error.ErrorName != TrinoException.NotSupportedLocally)
        {
            throw Scope.Error("INVALID_VIEW", at, $"Failed analyzing stored view '{full}': {error.Message}");
        }

        var types = Schema.ViewTypes(database, view);
        if (types.IsEmpty)
        {
            return plan;
        }

        if (types.Length != plan.Columns.Length)
        {
            throw Scope.Error("VIEW_IS_STALE", at, $"View '{full}' is stale or in invalid state: stored view column count ({types.Length}) does not match column count derived from the view query analysis ({plan.Columns.Length})");
        }

        for (var i = 0; i < types.Length; i++)
        {
            var column = plan.Columns[i];
            if (!Coercion.Can(column.Type, types[i]))
            {
                throw Scope.Error("VIEW_IS_STALE", at, $"View '{full}' is stale or in invalid state: column [{column.Name}] of type {column.Type.Name} projected from query view at position {i} cannot be coerced to column [{column.Name}] of type {types[i].Name} stored in view definition");
            }
        }

        var columns = plan.Columns.Select((c, i) => c with { Type = types[i] }).ToImmutableArray();
        return new QueryPlan(Converted(plan, columns), columns);
    }

    public TrinoException Missing(string database, string table, SqlPosition at) => Schema.HasDatabase(database)
        ? Scope.Error("TABLE_NOT_FOUND", at, $"Table '{CatalogName}.{database}.{table}' does not exist")
        : Scope.Error("SCHEMA_NOT_FOUND", at, $"Schema '{database}' does not exist");

    /// <summary>The database and table that a name of one to three parts means.</summary>
    public (string Database, string Table) Locate(QualifiedName name)
    {
        var parts = name.Parts;
        if (parts.Length > 3)
        {
            throw Scope.Error("SYNTAX_ERROR", name.At, $"Too many dots in table name: {name}");
        }

        if (parts.Length == 3 && parts[0].Lower != CatalogName)
        {
            throw Scope.Error("CATALOG_NOT_FOUND", name.At, $"Catalog '{parts[0].Lower}' does not exist");
        }

        return (parts.Length > 1 ? parts[^2].Lower : Context.Database, parts[^1].Lower);
    }

    private static RelationPlan Wrapped(QueryPlan plan, string name, string? table, string? database = null) => new(
        $"({plan.Sql}) AS {name}",
        [.. plan.Columns.Select((c, i) => new Field(c.Name, c.Type, $"{name}.c{i}", table, database))]);

    private RelationPlan Nested(QueryRelation query, Scope scope)
    {
        var plan = query.Lateral
            ? Analyze(query.Query, new ExpressionAnalyzer(this, scope), scope.Tables)
            : Analyze(query.Query, scope.Outer, scope.Tables);
        var relation = Wrapped(plan, $"r{NextNumber()}", null);
        return query.Lateral ? relation with { Sql = "LATERAL " + relation.Sql } : relation;
    }

    private RelationPlan Named(Aliased aliased, Scope scope)
    {
        var relation = Related(aliased.Relation, scope);
        var names = aliased.Columns;
        if (!names.IsEmpty && names.Length != relation.Fields.Length)
        {
            throw Scope.Error("MISMATCHED_COLUMN_ALIASES", aliased.At, $"Column alias list has {names.Length} entries but '{aliased.Alias.Lower}' has {relation.Fields.Length} columns available");
        }

        return relation with
        {
            Fields = [.. relation.Fields.Select((f, i) => f with
            {
                Table = aliased.Alias.Lower,
                Database = null,
                Name = names.IsEmpty ? f.Name : names[i].Lower,
            })],
        };
    }

    private RelationPlan Unnested(Unnest unnest, Scope scope)
    {
        var analyzer = new ExpressionAnalyzer(this, scope) { Clause = "UNNEST", Root = unnest.At };
        var name = $"r{NextNumber()}";
        var inner = new List<string>();
        var outer = new List<string>();
        var types = new List<(string? Name, TrinoType Type)>();
        var lengths = new List<string>();
        foreach (var expression in unnest.Values)
        {
            var value = analyzer.Analyze(expression);
            var slot = $"u{inner.Count}";
            switch (value.Type.Kind)
            {
                case Kind.Array when value.Type.Element.Kind == Kind.Row:
                    inner.Add($"unnest({value.Sql}) AS {slot}");
                    for (var i = 0; i < value.Type.Element.Items.Length; i++)
                    {
                        outer.Add($"{slot}.f{i}");
                        types.Add((value.Type.Element.Fields[i], value.Type.Element.Items[i]));
                    }

                    lengths.Add($"len({value.Sql})");
                    break;
                case Kind.Array:
                    inner.Add($"unnest({value.Sql}) AS {slot}");
                    outer.Add(slot);
                    types.Add((null, value.Type.Element));
                    lengths.Add($"len({value.Sql})");
                    break;
                case Kind.Map:
                    inner.Add($"unnest(map_keys({value.Sql})) AS {slot}");
                    inner.Add($"unnest(map_values({value.Sql})) AS u{inner.Count}");
                    outer.Add(slot);
                    outer.Add($"u{inner.Count - 1}");
                    types.Add((null, value.Type.Items[0]));
                    types.Add((null, value.Type.Items[1]));
                    lengths.Add($"len(map_keys({value.Sql}))");
                    break;
                case Kind.Unknown:
                    throw Scope.Error("INVALID_FUNCTION_ARGUMENT", expression.At, "Cannot unnest type: unknown");
                default:
                    throw Scope.Error("INVALID_FUNCTION_ARGUMENT", expression.At, $"Cannot unnest type: {value.Type.Name}");
            }
        }

        if (unnest.WithOrdinality)
        {
            inner.Add($"unnest(generate_series(1, greatest({string.Join(", ", lengths.Select(l => $"COALESCE({l}, 0)"))}))) AS u{inner.Count}");
            outer.Add($"u{inner.Count - 1}");
            types.Add((null, TrinoType.BigInt));
        }

        var columns = string.Join(", ", outer.Select((o, i) => $"{o} AS c{i}"));
        return new RelationPlan(
            $"{(scope.Fields.IsEmpty ? "" : "LATERAL ")}(SELECT {columns} FROM (SELECT {string.Join(", ", inner)}) AS {name}_u) AS {name}",
            [.. types.Select((t, i) => new Field(t.Name, t.Type, $"{name}.c{i}", null))]);
    }
}
