using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>Gives every expression its type and its SQL, in one scope.</summary>
internal sealed partial class ExpressionAnalyzer(QueryAnalyzer queries, Scope scope)
{
    private ImmutableDictionary<string, Typed> _variables = ImmutableDictionary<string, Typed>.Empty;

    public Scope Scope { get; } = scope;

    /// <summary>After GROUP BY: columns are keys or inside aggregates.</summary>
    public Group? Group { get; init; }

    /// <summary>What this is a part of, when windows and aggregates may not stand there: <c>WHERE clause</c>.</summary>
    public string? Clause { get; init; }

    /// <summary>Windows named in WINDOW.</summary>
    public ImmutableDictionary<string, Window> Windows { get; init; } = ImmutableDictionary<string, Window>.Empty;

    /// <summary>Where an error about grouping points.</summary>
    public SqlPosition Root { get; set; }

    private bool InWindow { get; set; }

    public Typed Analyze(Expression expression)
    {
        if (Group?.KeyOf(expression) is { } key)
        {
            return key;
        }

        return expression switch
        {
            NullLiteral => Typed.Null,
            BooleanLiteral e => new Typed(TrinoType.Boolean, e.Value ? "true" : "false"),
            StringLiteral e => Literals.Text(e.Value),
            BinaryLiteral e => new Typed(TrinoType.Varbinary, e.Hex.Length == 0 ? "CAST('' AS BLOB)" : $"unhex('{e.Hex}')"),
            IntegerLiteral e => Literals.Integer(e.Digits),
            DecimalLiteral e => Literals.Decimal(e.Text, e.At, queries.DecimalsAreDoubles),
            DoubleLiteral e => Literals.Double(e.Text),
            TypedLiteral e => TypedLiterals.Read(e, queries.Context),
            IntervalLiteral e => Literals.Interval(e),
            Name e => Column(e),
            Dereference e => Dereferenced(e),
            Subscript e => Subscripted(e),
            Arithmetic e => Both(e.Left, e.Right, (l, r) => Operators.Arithmetic(e.Operator, l, r, e.At)),
            Sign e => e.Negative ? Operators.Negate(Analyze(e.Value), e.At) : Plus(e),
            Comparison e => Compared(e),
            DistinctFrom e => Distinct(e),
            Quantified e => Quantify(e),
            Logical e => Combined(e),
            Not e => new Typed(TrinoType.Boolean, $"(NOT {Condition(e.Value, "Value of logical NOT expression")})"),
            Between e => Within(e),
            InList e => Listed(e),
            InQuery e => Queried(e),
            Like e => Likened(e),
            IsNull e => new Typed(TrinoType.Boolean, $"({NullTest(Analyze(e.Value))} IS {(e.Negated ? "NOT " : "")}NULL)"),
            Exists e => new Typed(TrinoType.Boolean, $"EXISTS ({queries.Analyze(e.Query, this).Sql})") { HasQuery = true },
            ScalarQuery e => Scalar(e),
            FunctionCall e => Called(e),
            RowConstructor e => Rowed(e),
            ArrayConstructor e => Arrayed(e),
            Cast e => Converted(e),
            Case e => Cased(e),
            Extract e => Extracted(e),
            AtTimeZone e => Zoned(e),
            CurrentValue e => CurrentValues.Read(e, queries.Context),
            Grouping e => Group is null
                ? throw Error(Clause is null ? "MISSING_GROUP_BY" : "EXPRESSION_NOT_SCALAR", Clause is null ? Root : e.At, "A GROUPING() operation can only be used with a corresponding GROUPING SET/CUBE/ROLLUP/GROUP BY clause")
                : Group.Grouping(e),
            Lambda e => throw Error("TYPE_MISMATCH", e.At, "Lambda expression should always be used inside a function"),
            Parameter e => throw Error("INVALID_PARAMETER_USAGE", e.At, "Incorrect number of parameters: expected 1 but found 0"),
            JsonCall e => throw NotSupported(e.At, e.Function),
            _ => throw NotSupported(expression.At, expression.GetType().Name),
        };
    }

    /// <summary>A condition: boolean, or a NULL that is taken for one.</summary>
    public string Condition(Expression expression, string what)
    {
        var value = Analyze(expression);
        return value.Type.Kind switch
        {
            Kind.Boolean => value.Sql,
            Kind.Unknown => Casts.Implicit(value, TrinoType.Boolean).Sql,
            _ => throw Error("TYPE_MISMATCH", expression.At, $"{what} must evaluate to a boolean: actual type {value.Type.Name}"),
        };
    }

    private static TrinoException Error(string name, SqlPosition at, string message) => Scope.Error(name, at, message);

    private static TrinoException NotSupported(SqlPosition at, string what) =>
        Error(TrinoException.NotSupportedLocally, at, $"{what} is not supported locally");

    private Typed Both(Expression left, Expression right, Func<Typed, Typed, Typed> combine)
    {
        var (l, r) = (Analyze(left), Analyze(right));
        return combine(l, r) with { HasQuery = l.HasQuery || r.HasQuery };
    }

    private Typed Plus(Sign sign)
    {
        var value = Analyze(sign.Value);
        return value.Type.IsNumeric ? value : throw Error("TYPE_MISMATCH", sign.At, $"Unary '+' operator cannot by applied to {value.Type.Name} type");
    }

    /// <summary>A row of NULLs is not NULL to Trino; the engine asks the same of a struct.</summary>
    private static string NullTest(Typed value) => value.Sql;

    private Typed Compared(Comparison e)
    {
        if (e.Left is RowConstructor left && e.Right is RowConstructor right && left.Items.Length == right.Items.Length
            && e.Operator is "=" or "<>")
        {
            var pairs = left.Items.Zip(right.Items).Select(p => Comparisons.Compare("=", Analyze(p.First), Analyze(p.Second), e.At).Sql);
            var all = $"({string.Join(" AND ", pairs)})";
            return new Typed(TrinoType.Boolean, e.Operator == "=" ? all : $"(NOT {all})");
        }

        return Both(e.Left, e.Right, (l, r) => Comparisons.Compare(e.Operator, l, r, e.At));
    }

    private Typed Distinct(DistinctFrom e)
    {
        var sql = Comparisons.Distinct(Analyze(e.Left), Analyze(e.Right), e.At);
        return new Typed(TrinoType.Boolean, e.Negated ? $"(NOT {sql})" : sql);
    }

    private Typed Combined(Logical e) => new(
        TrinoType.Boolean,
        "(" + string.Join($" {e.Operator} ", e.Terms.Select(t => Condition(t, "Logical expression term"))) + ")")
    {
        HasQuery = e.Terms.SelectMany(SyntaxWalk.Within).Any(x => x is ScalarQuery or Exists or InQuery or Quantified),
    };

    private Typed Within(Between e)
    {
        var value = Analyze(e.Value);
        var (low, high) = (Analyze(e.Low), Analyze(e.High));
        if (Coercion.Common(value.Type, low.Type) is not { } half || Coercion.Common(half, high.Type) is not { IsOrderable: true } common)
        {
            throw Error("TYPE_MISMATCH", e.At, $"Cannot check if {value.Type.Name} is BETWEEN {low.Type.Name} and {high.Type.Name}");
        }

        var x = Casts.Implicit(value, common);
        var above = Comparisons.Compare(">=", x, Casts.Implicit(low, common), e.At).Sql;
        var below = Comparisons.Compare("<=", x, Casts.Implicit(high, common), e.At).Sql;
        return new Typed(TrinoType.Boolean, e.Negated ? $"(NOT ({above} AND {below}))" : $"({above} AND {below})");
    }

    private Typed Likened(Like e)
    {
        var (value, pattern) = (Analyze(e.Value), Analyze(e.Pattern));
        var escape = e.Escape is null ? null : Analyze(e.Escape);
        foreach (var (part, name, at) in new[] { (value, "Left side of LIKE expression", e.Value.At), (pattern, "Pattern for LIKE expression", e.Pattern.At), (escape, "Escape for LIKE expression", e.Escape?.At ?? e.At) })
        {
            if (part is not null && part.Type.Kind != Kind.Unknown && !(ReferenceEquals(part, value) ? part.Type.IsText : part.Type.Kind == Kind.Varchar))
            {
                throw Error("TYPE_MISMATCH", at, $"{name} must evaluate to a varchar: actual type {part.Type.Name}");
            }
        }

        return new Typed(TrinoType.Boolean, LikePatterns.Translate(value, pattern, escape, e));
    }

    private Typed Subscripted(Subscript e)
    {
        var (value, index) = (Analyze(e.Base), Analyze(e.Index));
        switch (value.Type.Kind)
        {
            case Kind.Array when Coercion.Can(index.Type, TrinoType.BigInt):
                return new Typed(value.Type.Element, Subscripts.OfArray(value, Casts.Implicit(index, TrinoType.BigInt)));
            case Kind.Map when Coercion.Can(index.Type, value.Type.Items[0]):
                return new Typed(value.Type.Items[1], Subscripts.OfMap(value, Casts.Implicit(index, value.Type.Items[0])));
            case Kind.Row when e.Index is IntegerLiteral { Digits: var digits }:
                if (!int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var field))
                {
                    throw Error("TYPE_MISMATCH", e.Index.At, $"Subscript expression on ROW requires integer index, found {index.Type.Name}");
                }

                return field >= 1 && field <= value.Type.Items.Length
                    ? new Typed(value.Type.Items[field - 1], $"{value.Sql}.f{field - 1}")
                    : throw Error("INVALID_FUNCTION_ARGUMENT", e.At, $"ROW index out of bounds: {digits}");
            case Kind.Row when index.Type.Kind == Kind.Integer:
                throw Error("EXPRESSION_NOT_CONSTANT", e.Index.At, "Subscript expression on ROW requires a constant index");
            default:
                throw Error("TYPE_MISMATCH", e.At, $"Cannot apply operator: {value.Type.Name}[{index.Type.Name}]");
        }
    }

    private Typed Rowed(RowConstructor e)
    {
        var items = e.Items.Select(Analyze).ToImmutableArray();
        var type = TrinoType.Row([.. items.Select(i => i.Type)], [.. items.Select(_ => (string?)null)]);
        return new Typed(type, $"struct_pack({string.Join(", ", items.Select((item, i) => $"f{i} := {(item.IsNull ? "CAST(NULL AS INTEGER)" : item.Sql)}"))})");
    }
}
