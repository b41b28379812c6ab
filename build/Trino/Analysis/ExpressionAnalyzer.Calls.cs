using System.Collections.Immutable;
using Cdp.Trino.Functions;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private const int MostArguments = 127;

    private Typed Called(FunctionCall call)
    {
        if (call.Label is { } label)
        {
            throw Error("INVALID_FUNCTION_ARGUMENT", label.At, "label.* syntax is only supported as the only argument of row pattern count function");
        }

        if (call.Arguments.Length > MostArguments)
        {
            throw Error("TOO_MANY_ARGUMENTS", call.At, $"Too many arguments for function call {call.Function}()");
        }

        if (SpecialForms.TryAnalyze(this, call, queries) is { } special)
        {
            return special;
        }

        var entries = FunctionTable.All.Find(call.Function, queries.Context.Dialect);
        if (entries.IsEmpty)
        {
            foreach (var argument in call.Arguments.Where(a => a is not Syntax.Lambda))
            {
                Analyze(argument);
            }

            throw KnownFunctions.Contains(call.Function)
                ? NotSupported(call.At, $"Function {call.Function}")
                : Error("FUNCTION_NOT_FOUND", call.At, $"Function '{call.Function}' not registered");
        }

        var kind = entries[0].Kind;
        if (kind == FunctionKind.Scalar)
        {
            return call.Over is not null
                ? throw Error("FUNCTION_NOT_WINDOW", call.At, $"Not a window function: {call.Function}")
                : call.Filter is not null
                    ? throw Error("FUNCTION_NOT_AGGREGATE", call.At, $"Filter is only valid for aggregation functions: {call.Function}")
                : !call.OrderBy.IsEmpty
                    ? throw Error("FUNCTION_NOT_AGGREGATE", call.At, "ORDER BY is only valid for aggregation functions")
                : call.Distinct
                    ? throw Error("FUNCTION_NOT_AGGREGATE", call.At, $"DISTINCT is not supported for non-aggregation functions: {call.Function}")
                    : Resolved(call, entries);
        }

        if (call.NullTreatment is not null && kind == FunctionKind.Aggregate)
        {
            throw Error("NULL_TREATMENT_NOT_ALLOWED", call.At, $"Cannot specify null treatment clause for {call.Function} function");
        }

        if (call.Over is not null)
        {
            return Windowed(call, entries);
        }

        if (kind == FunctionKind.Window)
        {
            throw Error("MISSING_OVER", call.At, $"Window function {call.Function} requires an OVER clause");
        }

        return Aggregated(call, entries);
    }

    private Typed Aggregated(FunctionCall call, ImmutableArray<FunctionEntry> entries)
    {
        if (Group is null)
        {
            throw Clause is null
                ? Error("EXPRESSION_NOT_SCALAR", call.At, "Aggregations may not stand here")
                : Error("EXPRESSION_NOT_SCALAR", call.At, $"{Clause} cannot contain aggregations, window functions or grouping operations: [{call.Function}]");
        }

        if (call.Arguments.Concat(call.OrderBy.Select(o => o.Key)).Append(call.Filter).Any(a => a is not null && queries.HasAggregate(a)))
        {
            throw Error("NESTED_AGGREGATION", call.At, $"Cannot nest aggregations inside aggregation '{call.Function}': [{call.Function}]");
        }

        var source = Group.Source;
        var value = source.Resolved(call, entries);
        return Group.Aggregate(value);
    }

    /// <summary>Finds the signature, converts the arguments and writes the call.</summary>
    private Typed Resolved(FunctionCall call, ImmutableArray<FunctionEntry> entries)
    {
        var arguments = call.Arguments.Select(a => a is Syntax.Lambda ? null : Analyze(a)).ToImmutableArray();
        if (call.Star)
        {
            arguments = call.Function == "count" ? [] : throw Error("FUNCTION_NOT_FOUND", call.At, $"* is not an argument of {call.Function}");
        }

        // a text grows from round to round of a lambda: its length is no part of the state's type
        if (call.Function == "reduce" && arguments.Length == 4 && arguments[1] is { Type: { Kind: Kind.Varchar } } start)
        {
            arguments = arguments.SetItem(1, start.As(TrinoType.Varchar));
        }

        if (call.Function == "reduce" && call.Arguments.Length == 4 && arguments[0] is { Type.Kind: Kind.Array } items
            && arguments[1] is { } begin && call.Arguments[2] is Lambda { Parameters.Length: 2 } step)
        {
            arguments = arguments.SetItem(1, Casts.Implicit(begin, State(step, begin.Type, items.Type.Element)));
        }

        if (call.Function == "concat" && arguments.IsEmpty)
        {
            throw Error("AMBIGUOUS_FUNCTION_CALL", call.At, "Could not choose a best candidate operator. Explicit type casts must be added.");
        }

        if (call.Function == "format" && arguments is [{ Type.Kind: not (Kind.Varchar or Kind.Unknown) } first, _, ..])
        {
            throw Error("TYPE_MISMATCH", call.Arguments[0].At, $"Type of first argument to format() must be VARCHAR (actual: {first.Type.Name})");
        }

        var (entry, bindings) = FunctionResolver.Resolve(call, entries, arguments);
        var converted = ImmutableArray.CreateBuilder<Typed>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var pattern = entry.Parameter(i);
            if (arguments[i] is { } argument)
            {
                converted.Add(Casts.Implicit(argument, pattern.Substitute(bindings)));
            }
            else
            {
                converted.Add(Bound((Lambda)call.Arguments[i], pattern, bindings));
            }
        }

        if (call.Function is "lag" or "lead" or "nth_value" && converted.Count > 1 && converted[1].Constant is { } offset
            && (offset.StartsWith('-') || (call.Function == "nth_value" && offset == "0")))
        {
            throw Error("INVALID_FUNCTION_ARGUMENT", call.At, $"Offset must be at least {(call.Function == "nth_value" ? 1 : 0)}");
        }

        for (var i = 0; call.Distinct && i < converted.Count; i++)
        {
            if (converted[i].Type.Kind == Kind.TimestampTz)
            {
                // one instant is one value, whatever the zone
                converted[i] = call.Function == "count"
                    ? converted[i] with { Sql = $"({converted[i].Sql}).u" }
                    : throw NotSupported(call.At, $"{call.Function} of DISTINCT times with zones");
            }
        }

        var types = converted.Select(c => c.Type).ToImmutableArray();
        var result = entry.ResultType?.Invoke(types) ?? entry.Result.Substitute(bindings);
        var resolved = new Call(entry, converted.ToImmutable(), result, call.At, queries.Context)
        {
            Distinct = call.Distinct ? "DISTINCT " : "",
            OrderBy = call.OrderBy.IsEmpty ? "" : " ORDER BY " + Order(call.OrderBy),
            Filter = call.Filter is null ? null : Condition(call.Filter, "FILTER"),
            Over = call.Over is null ? "" : $" OVER ({Over(call)})",
            Nulls = call.NullTreatment == "IGNORE" ? " IGNORE NULLS" : "",
        };
        var sql = entry.Emit(resolved);
        var simple = sql.EndsWith(')') || sql.EndsWith('"') || !sql.Contains(' ', StringComparison.Ordinal);
        return new Typed(result, simple && !sql.StartsWith("CASE", StringComparison.Ordinal) ? sql : $"({sql})")
        {
            HasQuery = converted.Any(c => c.HasQuery),
        };
    }

    /// <summary>The type that the state of reduce settles on: a step may widen it, and must then give that very type.</summary>
    private TrinoType State(Lambda step, TrinoType state, TrinoType element)
    {
        for (var round = 0; round < 3; round++)
        {
            var given = Lambda(step, [state, element]).Type.Items[^1];
            if (given.Equals(state) || given.Kind == Kind.Unknown)
            {
                return state;
            }

            var common = Coercion.Common(state, given);
            if (common is null || common.Equals(state))
            {
                throw Error("FUNCTION_NOT_FOUND", step.At, $"The lambda gives {given.Name} where {state.Name} is needed");
            }

            state = common;
        }

        return state;
    }

    private Typed Bound(Lambda lambda, TypePattern pattern, Bindings bindings)
    {
        if (!pattern.IsFunction)
        {
            throw Error("FUNCTION_NOT_FOUND", lambda.At, "A lambda may not stand here");
        }

        var wanted = pattern.Arguments[^1];
        var parameters = pattern.Arguments[..^1].Select(p => p.Substitute(bindings)).ToImmutableArray();
        var body = Lambda(lambda, parameters);
        var result = body.Type.Items[^1];
        if (wanted.IsVariable && bindings[wanted.Name].Kind != Kind.Unknown && !result.Equals(bindings[wanted.Name]))
        {
            if (!Coercion.Can(result, bindings[wanted.Name]))
            {
                throw Error("FUNCTION_NOT_FOUND", lambda.At, $"The lambda gives {result.Name} where {bindings[wanted.Name].Name} is needed");
            }

            return body with { Sql = Casts.Implicit(new Typed(result, body.Sql), bindings[wanted.Name]).Sql };
        }

        if (!wanted.HasVariables && result.Kind != Kind.Unknown && Coercion.Can(result, wanted.Substitute(bindings)))
        {
            return body with { Sql = Casts.Implicit(new Typed(result, body.Sql), wanted.Substitute(bindings)).Sql };
        }

        if (result.Kind == Kind.Unknown && !wanted.HasVariables)
        {
            throw Error("FUNCTION_NOT_FOUND", lambda.At, $"The lambda gives NULL where {wanted} is needed");
        }

        if (!wanted.Match(result, bindings, coerce: false))
        {
            throw Error("FUNCTION_NOT_FOUND", lambda.At, $"The lambda gives {result.Name} where {wanted} is needed");
        }

        return body;
    }
}
