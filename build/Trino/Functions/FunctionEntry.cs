using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

internal enum FunctionKind
{
    Scalar,
    Aggregate,
    Window,
}

/// <summary>One function of Trino or TD with one signature, and how it is computed here.</summary>
/// <param name="Mapping">For people: <c>same</c>, <c>rewrite</c>, <c>.net</c>, <c>refused</c>, as <c>--functions</c> prints it.</param>
internal sealed record FunctionEntry(
    string Name,
    FunctionKind Kind,
    ImmutableArray<TypePattern> Parameters,
    TypePattern Result,
    bool Variadic,
    string Mapping,
    Func<Call, string> Emit)
{
    /// <summary>Computes the result's type where a pattern cannot say it.</summary>
    public Func<ImmutableArray<TrinoType>, TrinoType>? ResultType { get; init; }

    /// <summary>A function of Treasure Data: unknown in stock Trino.</summary>
    public bool TdOnly => Name == "smart_digest" || Name.StartsWith("td_", StringComparison.Ordinal);

    public bool Accepts(int count) => Variadic ? count >= Parameters.Length - 1 : count == Parameters.Length;

    public TypePattern Parameter(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];

    public string Signature =>
        $"{Name}({string.Join(", ", Parameters)}{(Variadic ? "..." : "")}) -> {Result}";
}

/// <summary>A resolved call: the arguments are converted to the parameters' types already.</summary>
internal sealed record Call(
    FunctionEntry Function,
    ImmutableArray<Typed> Arguments,
    TrinoType Result,
    SqlPosition At,
    QueryContext Context)
{
    /// <summary>Inside an aggregate's parentheses, before its arguments.</summary>
    public string Distinct { get; init; } = "";

    /// <summary>Inside, after the arguments: <c>ORDER BY …</c>.</summary>
    public string OrderBy { get; init; } = "";

    /// <summary>The condition of FILTER, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>After the parentheses: <c>OVER (…)</c>.</summary>
    public string Over { get; init; } = "";

    /// <summary><c>IGNORE NULLS</c> or nothing.</summary>
    public string Nulls { get; init; } = "";

    /// <summary>The SQL of an argument.</summary>
    public string this[int index] => Arguments[index].Sql;

    public int Count => Arguments.Length;

    public TrinoType Type(int index) => Arguments[index].Type;

    /// <summary>An aggregate or window function of DuckDB with all that stands around its arguments.</summary>
    public string Aggregate(string name, params ReadOnlySpan<string> arguments) => AggregateWhere(name, null, arguments);

    /// <param name="condition">Joined to the call's own FILTER.</param>
    public string AggregateWhere(string name, string? condition, params ReadOnlySpan<string> arguments)
    {
        var filter = (Filter, condition) switch
        {
            (null, null) => "",
            ({ } one, null) => $" FILTER (WHERE {one})",
            (null, { } other) => $" FILTER (WHERE {other})",
            ({ } one, { } other) => $" FILTER (WHERE ({one}) AND ({other}))",
        };
        return $"{name}({Distinct}{string.Join(", ", arguments.ToArray())}{OrderBy}{Nulls}){filter}{Over}";
    }

    /// <summary>The whole call is refused: Trino would answer.</summary>
    public TrinoException Refuse(string why) => new(TrinoException.NotSupportedLocally, why, At.Line, At.Column);

    public string Format(string template)
    {
        var arguments = Arguments.Select(a => (object)a.Sql).ToArray();
        return string.Format(CultureInfo.InvariantCulture, template, arguments);
    }
}
