using System.Globalization;
using Cdp.Trino.Runtime;

namespace Cdp.Trino.Tests.Runtime;

/// <summary>
/// Reads <c>SELECT f(literal, g(literal), …)</c> and <c>||</c> between texts; anything else gives null. It stands in
/// for the translator, so that the functions can be tested alone.
/// </summary>
internal sealed partial class CallReader(string sql, FunctionTable functions)
{
    private int _at;

    public static Func<object?>? Read(string sql, FunctionTable functions)
    {
        const string select = "SELECT ";
        var reader = new CallReader(sql, functions) { _at = select.Length };
        if (!sql.StartsWith(select, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var value = reader.Expression();
            return reader.Skip() == sql.Length ? value : null;
        }
        catch (NotCallable)
        {
            return null;
        }
    }

    private Func<object?> Expression()
    {
        var left = Term();
        while (Take("||"))
        {
            var (first, second) = (left, Term());
            left = () => (first(), second()) switch
            {
                (string a, string b) => a + b,
                (null, _) or (_, null) => null,
                _ => throw new NotCallable(),
            };
        }

        return left;
    }

    private Func<object?> Term()
    {
        Skip();
        var rest = sql.AsSpan(_at);
        if (rest.StartsWith("X'"))
        {
            _at++;
            var hex = Quoted();
            return hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? () => Convert.FromHexString(hex) : throw new NotCallable();
        }

        if (rest.StartsWith("'"))
        {
            var text = Quoted();
            return () => text;
        }

        return rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || rest[0] == '-') ? Number() : NameOrCall();
    }

    private Func<object?> NameOrCall()
    {
        var start = _at;
        while (_at < sql.Length && (char.IsAsciiLetterOrDigit(sql[_at]) || sql[_at] == '_'))
        {
            _at++;
        }

        var name = sql[start.._at].ToLowerInvariant();
        if (!Take("("))
        {
            return name switch
            {
                "null" => () => null,
                "true" => () => true,
                "false" => () => false,
                "double" => Double(),
                "real" => Double() is var real ? () => (float)(double)real()! : null!,
                "json" => JsonLiteral(),
                "bigint" => Long(),
                _ => throw new NotCallable(),
            };
        }

        if (name is "cast" or "try_cast")
        {
            return Cast(isTry: name == "try_cast");
        }

        if (name is "nan" or "infinity" && Take(")"))
        {
            return () => name == "nan" ? double.NaN : double.PositiveInfinity;
        }

        if (!functions.Has(name))
        {
            throw new NotCallable();
        }

        List<Func<object?>> arguments = [];
        while (!Take(")"))
        {
            arguments.Add(Expression());
            Take(",");
        }

        var isJson = name is "json_parse" or "json_extract" or "json_array_get";
        return () => functions.Call(name, [.. arguments.Select(argument => argument())]) is var value && isJson && value is string text
            ? new Json(text)
            : value;
    }

    private Func<object?> Double()
    {
        Skip();
        return double.TryParse(Quoted(), CultureInfo.InvariantCulture, out var value)
            ? () => value
            : throw new NotCallable();
    }

    private Func<object?> JsonLiteral()
    {
        Skip();
        var text = Quoted();
        try
        {
            var canonical = (string)functions.Call("json_parse", text)!;
            return () => new Json(canonical);
        }
        catch (TrinoFailure)
        {
            throw new NotCallable();
        }
    }

    private Func<object?> Long()
    {
        Skip();
        return long.TryParse(Quoted(), CultureInfo.InvariantCulture, out var value) ? () => value : throw new NotCallable();
    }

    private Func<object?> Number()
    {
        var start = _at++;
        while (_at < sql.Length && (char.IsAsciiDigit(sql[_at]) || sql[_at] is '.' or 'e' or 'E' || (sql[_at] == '-' && sql[_at - 1] is 'e' or 'E')))
        {
            _at++;
        }

        var text = sql[start.._at];
        object? value =
            long.TryParse(text, CultureInfo.InvariantCulture, out var integer) ? integer
            : text.Contains('e', StringComparison.OrdinalIgnoreCase) && double.TryParse(text, CultureInfo.InvariantCulture, out var real) ? real
            : decimal.TryParse(text, CultureInfo.InvariantCulture, out var exact) ? exact
            : throw new NotCallable();
        return () => value;
    }

    private string Quoted()
    {
        if (_at >= sql.Length || sql[_at] != '\'')
        {
            throw new NotCallable();
        }

        var start = ++_at;
        while (_at < sql.Length && (sql[_at] != '\'' || (_at + 1 < sql.Length && sql[_at + 1] == '\'')))
        {
            _at += sql[_at] == '\'' ? 2 : 1;
        }

        return sql[start.._at++].Replace("''", "'", StringComparison.Ordinal);
    }

    private bool Take(string mark)
    {
        Skip();
        if (!sql.AsSpan(_at).StartsWith(mark))
        {
            return false;
        }

        _at += mark.Length;
        return true;
    }

    private int Skip()
    {
        while (_at < sql.Length && sql[_at] == ' ')
        {
            _at++;
        }

        return _at;
    }
}

/// <summary>A text that is of type json.</summary>
internal sealed record Json(string Text);
