using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>
/// A type in a signature, with variables: a single capital letter is any type, a lower-case word in parentheses a number
/// (<c>varchar(x)</c>, <c>decimal(p,s)</c>).
/// </summary>
internal sealed record TypePattern(string Name, ImmutableArray<TypePattern> Arguments, ImmutableArray<string> Numbers)
{
    public bool IsVariable => Name.Length == 1 && char.IsAsciiLetterUpper(Name[0]);

    public bool IsFunction => Name == "function";

    public bool HasVariables => IsVariable || !Numbers.IsEmpty || Arguments.Any(a => a.HasVariables);

    public static TypePattern Parse(string text)
    {
        var at = 0;
        return Parse(text, ref at);
    }

    /// <summary>Whether a value of the type may stand here; learns variables on the way.</summary>
    public bool Match(TrinoType type, Bindings bindings, bool coerce)
    {
        if (IsVariable)
        {
            return bindings.Bind(Name, type, coerce);
        }

        if (Arguments.IsEmpty && Numbers.IsEmpty)
        {
            var concrete = TypeNames.Parse(Name);
            return type.Equals(concrete) || (coerce && Coercion.Can(type, concrete));
        }

        if (type.Kind == Kind.Unknown && coerce)
        {
            foreach (var number in Numbers)
            {
                bindings.BindNumber(number, number == "p" && Name == "decimal" ? 1 : 0);
            }

            return Arguments.All(a => a.Match(TrinoType.Unknown, bindings, coerce));
        }

        return Shape(coerce ? Coerced(type) : type, bindings, coerce);
    }

    /// <summary>The type with all variables known.</summary>
    public TrinoType Substitute(Bindings bindings)
    {
        if (IsVariable)
        {
            return bindings[Name];
        }

        if (Arguments.IsEmpty && Numbers.IsEmpty)
        {
            return TypeNames.Parse(Name);
        }

        var items = Arguments.Select(a => a.Substitute(bindings)).ToImmutableArray();
        var numbers = Numbers.Select(bindings.Number).ToList();
        return Name switch
        {
            "array" => TrinoType.Array(items[0]),
            "map" => TrinoType.Map(items[0], items[1]),
            "row" => TrinoType.Row(items, [.. items.Select(_ => (string?)null)]),
            "function" => TrinoType.Function(items[..^1], items[^1]),
            "varchar" => TrinoType.VarcharOf(numbers[0]),
            "char" => TrinoType.Char(numbers[0]),
            "decimal" => TrinoType.Decimal(numbers[0], numbers[1]),
            "time" => TrinoType.Time(numbers[0]),
            "timestamp" => TrinoType.Timestamp(numbers[0]),
            "timestamptz" => TrinoType.TimestampTz(numbers[0]),
            _ => throw new InvalidOperationException($"No type {Name} is known to signatures."),
        };
    }

    public override string ToString() => IsFunction
        ? $"function({string.Join(", ", Arguments)})"
        : Name + (Arguments.IsEmpty && Numbers.IsEmpty
            ? ""
            : $"({string.Join(", ", Arguments.Select(a => a.ToString()).Concat(Numbers))})");

    private static TypePattern Parse(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ('(' or ')' or ','))
        {
            at++;
        }

        var name = text[start..at].Trim();
        if (at >= text.Length || text[at] != '(')
        {
            return new TypePattern(name, [], []);
        }

        var arguments = ImmutableArray.CreateBuilder<TypePattern>();
        while (text[at] != ')')
        {
            at++;
            arguments.Add(Parse(text, ref at));
        }

        at++;
        return name is "varchar" or "char" or "decimal" or "time" or "timestamp" or "timestamptz"
            ? new TypePattern(name, [], [.. arguments.Select(a => a.Name)])
            : new TypePattern(name, arguments.ToImmutable(), []);
    }

    private TrinoType Coerced(TrinoType type) => Name switch
    {
        "decimal" => Coercion.AsDecimal(type) ?? type,
        "char" when type.Kind == Kind.Varchar && type.Precision <= 65536 => TrinoType.Char(type.Precision),
        "timestamp" when type.Kind == Kind.Date => TrinoType.Timestamp(0),
        "timestamptz" when type.Kind == Kind.Date => TrinoType.TimestampTz(0),
        "timestamptz" when type.Kind == Kind.Timestamp => TrinoType.TimestampTz(type.Precision),
        _ => type,
    };

    private bool Shape(TrinoType type, Bindings bindings, bool coerce)
    {
        var wanted = Name switch
        {
            "array" => Kind.Array,
            "map" => Kind.Map,
            "row" => Kind.Row,
            "varchar" => Kind.Varchar,
            "char" => Kind.Char,
            "decimal" => Kind.Decimal,
            "time" => Kind.Time,
            "timestamp" => Kind.Timestamp,
            "timestamptz" => Kind.TimestampTz,
            _ => Kind.Function,
        };
        if (type.Kind != wanted || (!Arguments.IsEmpty && type.Items.Length != Arguments.Length))
        {
            return false;
        }

        for (var i = 0; i < Numbers.Length; i++)
        {
            bindings.BindNumber(Numbers[i], i == 0 ? type.Precision : type.Scale);
        }

        for (var i = 0; i < Arguments.Length; i++)
        {
            if (!Arguments[i].Match(type.Items[i], bindings, coerce))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What a call has taught about the variables of a signature.</summary>
internal sealed class Bindings
{
    private readonly Dictionary<string, TrinoType> _types = [];
    private readonly Dictionary<string, int> _numbers = [];

    public TrinoType this[string variable] => _types.GetValueOrDefault(variable, TrinoType.Unknown);

    public int Number(string variable) =>
        int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var fixedNumber)
            ? fixedNumber
            : _numbers.GetValueOrDefault(variable);

    public bool Bind(string variable, TrinoType type, bool coerce)
    {
        if (!_types.TryGetValue(variable, out var known) || known.Equals(type))
        {
            _types[variable] = type;
            return true;
        }

        if (!coerce || Coercion.Common(known, type) is not { } common)
        {
            return false;
        }

        _types[variable] = common;
        return true;
    }

    public void BindNumber(string variable, int number) =>
        _numbers[variable] = Math.Max(number, _numbers.GetValueOrDefault(variable));
}
