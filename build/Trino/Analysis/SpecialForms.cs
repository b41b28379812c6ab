using System.Collections.Immutable;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>What looks like a function and is none: its arguments are not all evaluated, or their types are what counts.</summary>
internal static class SpecialForms
{
    /// <summary>For <c>--functions</c>: a name and how it is written.</summary>
    public static ImmutableArray<(string Name, string Signature)> All { get; } =
    [
        ("coalesce", "coalesce(A, A...) -> A"),
        ("nullif", "nullif(A, B) -> A"),
        ("if", "if(boolean, A[, A]) -> A"),
        ("try", "try(A) -> A"),
        ("typeof", "typeof(A) -> varchar"),
        ("now", "now() -> timestamptz(3)"),
        ("current_timezone", "current_timezone() -> varchar"),
    ];

    public static Typed? TryAnalyze(ExpressionAnalyzer analyzer, FunctionCall call, QueryAnalyzer queries) => call.Function switch
    {
        "coalesce" => Coalesce(analyzer, call),
        "nullif" => NullIf(analyzer, call),
        "if" => If(analyzer, call),
        "try" => Try(analyzer, call),
        "typeof" when call.Arguments.Length == 1 => TypeOf(analyzer.Analyze(call.Arguments[0])),
        "now" when call.Arguments.IsEmpty => CurrentValues.Now(queries.Context),
        "current_timezone" when call.Arguments.IsEmpty => new Typed(TrinoType.Varchar, "'UTC'"),
        _ => null,
    };

    private static Typed TypeOf(Typed value) => new(TrinoType.Varchar, Sql.Text(value.Type.Name));

    private static Typed Coalesce(ExpressionAnalyzer analyzer, FunctionCall call)
    {
        var values = call.Arguments.Select(analyzer.Analyze).ToList();
        var type = TrinoType.Unknown;
        for (var i = 0; i < values.Count; i++)
        {
            type = Coercion.Common(type, values[i].Type) ?? throw Scope.Error(
                "TYPE_MISMATCH",
                call.Arguments[i].At,
                $"All COALESCE operands must be the same type or coercible to a common type. Cannot find common type between {type.Name} and {values[i].Type.Name}, all types (without duplicates): [{string.Join(", ", values.Select(v => v.Type.Name).Distinct())}]");
        }

        return new Typed(type, $"COALESCE({string.Join(", ", values.Select(v => Casts.Implicit(v, type).Sql))})")
        {
            HasQuery = values.Any(v => v.HasQuery),
        };
    }

    private static Typed NullIf(ExpressionAnalyzer analyzer, FunctionCall call)
    {
        var (first, second) = (analyzer.Analyze(call.Arguments[0]), analyzer.Analyze(call.Arguments[1]));
        if (Coercion.Common(first.Type, second.Type) is not { IsComparable: true })
        {
            throw Scope.Error("TYPE_MISMATCH", call.At, $"Types are not comparable with NULLIF: {first.Type.Name} vs {second.Type.Name}");
        }

        if (first.IsNull)
        {
            return first;
        }

        var equal = Comparisons.Compare("=", first, second, call.At).Sql;
        return first with { Sql = $"(CASE WHEN {equal} THEN NULL ELSE {first.Sql} END)", Constant = null };
    }

    private static Typed If(ExpressionAnalyzer analyzer, FunctionCall call)
    {
        var condition = analyzer.Condition(call.Arguments[0], "IF condition");
        var (then, otherwise) = (analyzer.Analyze(call.Arguments[1]), call.Arguments.Length > 2 ? analyzer.Analyze(call.Arguments[2]) : Typed.Null);
        var type = Coercion.Common(then.Type, otherwise.Type) ?? throw Scope.Error(
            "TYPE_MISMATCH",
            call.At,
            $"Result types for IF must be the same: {then.Type.Name} vs {otherwise.Type.Name}");
        return new Typed(type, $"(CASE WHEN {condition} THEN {Casts.Implicit(then, type).Sql} ELSE {Casts.Implicit(otherwise, type).Sql} END)")
        {
            HasQuery = then.HasQuery || otherwise.HasQuery,
        };
    }

    private static Typed Try(ExpressionAnalyzer analyzer, FunctionCall call)
    {
        var value = analyzer.Analyze(call.Arguments[0]);
        return value.HasQuery || value.IsNull ? value : value with { Sql = $"TRY({value.Sql})", Constant = null };
    }
}
