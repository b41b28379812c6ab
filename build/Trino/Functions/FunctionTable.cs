using System.Collections.Frozen;
using System.Collections.Immutable;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>
/// All functions that are run here; what is not in it is refused or unknown. An entry is one line of a family's file
/// (<c>public static void AddTo(FunctionTable table)</c>), one for each signature, in Trino's order:
/// <code>
/// table.Same("abs(bigint) -> bigint", "abs({0})");              // DuckDB has the very same function
/// table.Rewrite("mod(bigint, bigint) -> bigint", "…{0}…{1}");   // an expression with {n} for the n-th argument
/// table.Rewrite("f(E) -> E", call => …);                        // the same by code: call[0], call.Type(0), call.Result
/// table.Net("soundex(varchar) -> varchar", "soundex");          // trino_soundex({0}) of Runtime
/// table.Aggregate("sum(double) -> double", call => call.Aggregate("sum", call[0]));
/// table.Window("rank() -> bigint", call => call.Aggregate("rank"));
/// </code>
/// A signature's types: names as DESCRIBE prints them; a single capital is any type; <c>varchar(x)</c> takes and gives
/// the length; <c>timestamptz(p)</c> is a timestamp with time zone; a last parameter with <c>...</c> repeats, from none;
/// <c>function(A, B)</c> is a lambda of A that gives B (<c>call.Arguments[i].Parameters</c>, its body in <c>call[i]</c>).
/// The arguments arrive converted to the parameters' types. A NULL argument gives NULL by itself in <c>Net</c>.
/// </summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, List<FunctionEntry>> _entries = [];
    private FrozenDictionary<string, ImmutableArray<FunctionEntry>> _frozen =
        FrozenDictionary<string, ImmutableArray<FunctionEntry>>.Empty;

    public static FunctionTable All { get; } = Build();

    public IEnumerable<FunctionEntry> Entries => _frozen.Values.SelectMany(e => e).OrderBy(e => e.Name, StringComparer.Ordinal);

    public ImmutableArray<FunctionEntry> Find(string name, Dialect dialect) =>
        _frozen.TryGetValue(name, out var entries) && (dialect == Dialect.Td || !entries[0].TdOnly) ? entries : [];

    public void Same(string signature, string template) => Add(signature, "same", call => call.Format(template));

    public void Rewrite(string signature, string template) => Add(signature, "rewrite", call => call.Format(template));

    public void Rewrite(
        string signature,
        Func<Call, string> emit,
        Func<ImmutableArray<TrinoType>, TrinoType>? result = null) => Add(signature, "rewrite", emit, result: result);

    /// <param name="name">Of the function in Runtime, without the <c>trino_</c>.</param>
    public void Net(string signature, string name) => Add(
        signature,
        ".net",
        call => $"trino_{name}({string.Join(", ", call.Arguments.Select(a => a.Sql))})");

    public void Aggregate(
        string signature,
        Func<Call, string> emit,
        Func<ImmutableArray<TrinoType>, TrinoType>? result = null) =>
        Add(signature, "rewrite", emit, FunctionKind.Aggregate, result);

    /// <summary>Known, and not run here.</summary>
    public void Refuse(string signature, string why) =>
        Add(signature, "refused", call => throw call.Refuse($"{call.Function.Name} {why}"));

    public void Window(string signature, Func<Call, string> emit) => Add(signature, "rewrite", emit, FunctionKind.Window);

    private static FunctionTable Build()
    {
        var table = new FunctionTable();
        MathFunctions.AddTo(table);
        AggregateFunctions.AddTo(table);
        WindowFunctions.AddTo(table);
        ArrayFunctions.AddTo(table);
        MapFunctions.AddTo(table);
        CharFunctions.AddTo(table);
        BitFunctions.AddTo(table);
        TextFunctions.AddTo(table);
        RegexFunctions.AddTo(table);
        JsonFunctions.AddTo(table);
        BinaryFunctions.AddTo(table);
        UrlFunctions.AddTo(table);
        DateTimeFunctions.AddTo(table);
        TdFunctions.AddTo(table);
        FormatFunction.AddTo(table);
        table._frozen = table._entries.ToFrozenDictionary(e => e.Key, e => e.Value.ToImmutableArray());
        return table;
    }

    private void Add(
        string signature,
        string mapping,
        Func<Call, string> emit,
        FunctionKind kind = FunctionKind.Scalar,
        Func<ImmutableArray<TrinoType>, TrinoType>? result = null)
    {
        var arrow = signature.IndexOf("->", StringComparison.Ordinal);
        var head = signature[..arrow].Trim();
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var inside = head[(open + 1)..^1].Trim();
        var variadic = inside.EndsWith("...", StringComparison.Ordinal);
        var parameters = inside.Length == 0
            ? []
            : TypePattern.Parse($"p({(variadic ? inside[..^3] : inside)})").Arguments;
        var entry = new FunctionEntry(
            head[..open],
            kind,
            parameters,
            TypePattern.Parse(signature[(arrow + 2)..].Trim()),
            variadic,
            mapping,
            emit)
        {
            ResultType = result,
        };
        if (!_entries.TryGetValue(entry.Name, out var list))
        {
            _entries[entry.Name] = list = [];
        }

        list.Add(entry);
    }
}
