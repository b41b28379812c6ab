using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class QueryAnalyzer
{
    private RelationPlan Joined(Join join, Scope scope)
    {
        if (join.Natural)
        {
            throw Scope.Error("NOT_SUPPORTED", join.At, "Natural join not supported");
        }

        var left = Related(join.Left, scope);

        // the right side sees the left one only from UNNEST and LATERAL
        var lateral = IsLateral(join.Right);
        if (lateral && join.Kind is "RIGHT" or "FULL")
        {
            RefuseLateral(join, left, scope);
        }

        var right = Related(join.Right, lateral && join.Kind is not ("RIGHT" or "FULL") ? scope.With(left.Fields) : scope);
        if (lateral && join.Kind != "CROSS" && (join.Kind == "FULL" || IsUnnest(join.Right)) && join.On is not BooleanLiteral { Value: true })
        {
            throw Scope.Error("NOT_SUPPORTED", join.On?.At ?? join.At, $"{join.Kind} JOIN involving UNNEST or LATERAL is only supported with condition ON TRUE");
        }

        var fields = left.Fields.AddRange(right.Fields);
        if (!join.Using.IsEmpty)
        {
            return Using(join, left, right);
        }

        if (join.Kind == "CROSS")
        {
            return new RelationPlan($"{left.Sql} CROSS JOIN {right.Sql}", fields);
        }

        var analyzer = new ExpressionAnalyzer(this, scope.With(fields)) { Clause = "JOIN clause", Root = join.On!.At };
        var condition = analyzer.Condition(join.On, "JOIN ON clause");
        return new RelationPlan($"({left.Sql} {join.Kind} JOIN {right.Sql} ON {condition})", fields);
    }

    /// <summary>What all rows of the right side are wanted of may not depend on the left one.</summary>
    private void RefuseLateral(Join join, RelationPlan left, Scope scope)
    {
        try
        {
            Related(join.Right, scope);
        }
        catch (TrinoException error) when (error.ErrorName is "COLUMN_NOT_FOUND")
        {
            Related(join.Right, scope.With(left.Fields));
            throw new TrinoException("INVALID_COLUMN_REFERENCE", $"LATERAL reference not allowed in {join.Kind} JOIN", error.Line, error.Column);
        }
    }

    private static bool IsUnnest(Relation relation) => relation is Unnest or Aliased { Relation: Unnest };

    private static bool IsLateral(Relation relation) => relation switch
    {
        Unnest => true,
        QueryRelation query => query.Lateral,
        Aliased aliased => IsLateral(aliased.Relation),
        _ => false,
    };

    /// <summary>The joined columns come first and belong to no table any more.</summary>
    private static RelationPlan Using(Join join, RelationPlan left, RelationPlan right)
    {
        var merged = ImmutableArray.CreateBuilder<Field>();
        var conditions = new List<string>();
        foreach (var name in join.Using)
        {
            if (join.Using.First(n => n.Lower == name.Lower) != name)
            {
                throw Scope.Error("DUPLICATE_COLUMN_NAME", name.At, $"Column '{name.Text}' appears multiple times in USING clause");
            }

            var l = One(left, name);
            var r = One(right, name);
            if (Coercion.Common(l.Type, r.Type) is not { } type)
            {
                throw Scope.Error("TYPE_MISMATCH", name.At, $"Column types of left and right side are not compatible: {l.Type.Name}, {r.Type.Name}");
            }

            var (a, b) = (Casts.Implicit(new Typed(l.Type, l.Sql), type), Casts.Implicit(new Typed(r.Type, r.Sql), type));
            conditions.Add(Comparisons.Compare("=", a, b, name.At).Sql);
            var sql = join.Kind switch
            {
                "FULL" => $"COALESCE({a.Sql}, {b.Sql})",
                "RIGHT" => b.Sql,
                _ => a.Sql,
            };
            merged.Add(new Field(name.Lower, type, sql, null));
        }

        bool Kept(Field f) => !join.Using.Any(n => n.Lower.Equals(f.Name, StringComparison.OrdinalIgnoreCase));
        return new RelationPlan(
            $"({left.Sql} {join.Kind} JOIN {right.Sql} ON {string.Join(" AND ", conditions)})",
            [.. merged, .. left.Fields.Where(Kept), .. right.Fields.Where(Kept)]);
    }

    private static Field One(RelationPlan relation, Name name)
    {
        var found = relation.Fields.Where(f => name.Lower.Equals(f.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw Scope.Error("COLUMN_NOT_FOUND", name.At, $"Column '{name.Lower}' is missing from one side of join"),
            _ => throw Scope.Error("AMBIGUOUS_NAME", name.At, $"Column '{name.Lower}' is ambiguous"),
        };
    }
}
