using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Cdp.Trino.Syntax;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Analysis;

/// <summary>
/// The inside of a SELECT with groups: keys and aggregates are computed in an inner SELECT, what is selected from them in
/// an outer one. So an expression means a key only where it is the same expression as the key.
/// </summary>
internal sealed partial class Group(ExpressionAnalyzer source, string alias, Func<int> number)
{
    private readonly List<(Expression Expression, Typed Value, string Comparable)> _keys = [];
    private readonly List<string> _inner = [];
    private readonly Dictionary<string, int> _known = [];

    /// <summary>Sets of key numbers; one set is a plain GROUP BY.</summary>
    public List<ImmutableArray<int>> Sets { get; } = [];

    public ExpressionAnalyzer Source { get; } = source;

    public bool Explicit { get; set; }

    public int KeyCount => _keys.Count;

    public int AddKey(Expression expression)
    {
        var (value, comparable) = Analyzed(expression);
        if (!value.Type.IsComparable)
        {
            throw Scope.Error("TYPE_MISMATCH", expression.At, $"{value.Type.Name} is not comparable, and therefore cannot be used in GROUP BY");
        }

        var known = _keys.FindIndex(k => k.Comparable == comparable);
        if (known >= 0)
        {
            return known;
        }

        _keys.Add((expression, value, comparable));
        return _keys.Count - 1;
    }

    /// <summary>The key that an expression is, other than a plain column.</summary>
    public Typed? KeyOf(Expression expression)
    {
        if (expression is Name or StringLiteral or IntegerLiteral)
        {
            return null;
        }

        for (var i = 0; i < _keys.Count; i++)
        {
            if (_keys[i].Expression.GetType() == expression.GetType()
                && (expression is not FunctionCall call || ((FunctionCall)_keys[i].Expression).Function == call.Function)
                && expression is not FunctionCall { Over: not null }
                && TryAnalyze(expression) is { } value
                && value == _keys[i].Comparable)
            {
                return Key(i);
            }
        }

        return null;
    }

    public Typed Column(Typed column, ImmutableArray<Name> parts, SqlPosition root)
    {
        var key = _keys.FindIndex(k => k.Value.Sql == column.Sql);
        return key >= 0
            ? Key(key)
            : throw Scope.Error("EXPRESSION_NOT_AGGREGATE", root, $"'{string.Join('.', parts.Select(p => p.Lower))}' must be an aggregate expression or appear in GROUP BY clause");
    }

    /// <summary>An aggregate, computed in the inner SELECT.</summary>
    public Typed Aggregate(Typed aggregate)
    {
        if (!_known.TryGetValue(aggregate.Sql, out var index))
        {
            index = _inner.Count;
            _known[aggregate.Sql] = index;
            _inner.Add(aggregate.Sql);
        }

        return new Typed(aggregate.Type, $"{alias}.__a{index.ToString(CultureInfo.InvariantCulture)}");
    }

    public Typed Grouping(Grouping e)
    {
        if (!Explicit)
        {
            throw Scope.Error("MISSING_GROUP_BY", e.At, "A GROUPING() operation can only be used with a corresponding GROUPING SET/CUBE/ROLLUP/GROUP BY clause");
        }

        var keys = e.Columns.Select(c =>
        {
            var value = Source.Analyze(c);
            var key = _keys.FindIndex(k => k.Value.Sql == value.Sql);
            return key >= 0 ? key : throw Scope.Error("INVALID_ARGUMENTS", c.At, "The arguments to GROUPING() must be expressions referenced by the GROUP BY at that query level");
        });
        keys = keys.ToList();
        var bits = Sets.Count > 1
            ? $"grouping({string.Join(", ", keys.Select(KeySql))})"
            : "0";
        return Aggregate(new Typed(TrinoType.Integer, $"CAST({bits} AS INTEGER)")) with { Type = TrinoType.Integer };
    }

    /// <summary>The inner SELECT.</summary>
    public string Sql(string from, string where)
    {
        var columns = _keys.Select((k, i) => $"{(IsInstant(i) ? $"any_value({k.Value.Sql})" : k.Value.Sql)} AS {KeyName(i)}")
            .Concat(_inner.Select((a, i) => $"{a} AS __a{i.ToString(CultureInfo.InvariantCulture)}"))
            .DefaultIfEmpty("1 AS __none");
        var by = Sets.Count switch
        {
            0 => "",
            1 => Sets[0].IsEmpty ? (_inner.Count == 0 ? " GROUP BY ()" : "") : $" GROUP BY {string.Join(", ", Sets[0].Select(KeySql))}",
            _ => $" GROUP BY GROUPING SETS ({string.Join(", ", Sets.Select(s => $"({string.Join(", ", s.Select(KeySql))})"))})",
        };
        return $"(SELECT {string.Join(", ", columns)}{from}{where}{by}) AS {alias}";
    }

    /// <summary>A constant as a key would be an ordinal to the engine.</summary>
    private string KeySql(int index) => IsInstant(index) ? $"({_keys[index].Value.Sql}).u" : KeyName(index);

    /// <summary>Times with zones are one key where they are one instant; the first zone stands for all.</summary>
    private bool IsInstant(int index) => Sets.Count == 1 && _keys[index].Value.Type.Kind == Kind.TimestampTz;

    private static string KeyName(int index) => $"__k{index.ToString(CultureInfo.InvariantCulture)}";

    private Typed Key(int index) => new(_keys[index].Value.Type, $"{alias}.{KeyName(index)}");

    /// <summary>
    /// The value, and its SQL with the names that were made for it counted from one: an expression with a lambda or a
    /// sub-query gets other names each time it is read.
    /// </summary>
    private (Typed Value, string Comparable) Analyzed(Expression expression)
    {
        var before = number();
        var value = Source.Analyze(expression);
        return (value, OwnName().Replace(value.Sql, m =>
            int.TryParse(m.Groups["n"].Value, out var n) && n > before ? $"{m.Groups["letter"].Value}+{n - before}" : m.Value));
    }

    [GeneratedRegex(@"\b(?<letter>[rwgx])(?<n>\d{1,9})\b")]
    private static partial Regex OwnName();

    private string? TryAnalyze(Expression expression)
    {
        try
        {
            return Analyzed(expression).Comparable;
        }
        catch (TrinoException)
        {
            return null;
        }
    }
}
