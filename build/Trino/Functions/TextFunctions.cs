using System.Collections.Immutable;
using System.Globalization;
using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>
/// Text by code point, as DuckDB counts too. DuckDB's own functions stand where a constant argument rules out the cases
/// in which the two differ (an empty delimiter, a place before the text); else the .NET ones.
/// </summary>
internal static class TextFunctions
{
    /// <summary>What Java's Character.isWhitespace takes: no NO-BREAK SPACE, no ZERO WIDTH SPACE.</summary>
    private const string Blanks =
        "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200A\u2028\u2029\u205F\u3000";

    public static void AddTo(FunctionTable table)
    {
        table.Rewrite("upper(varchar(x)) -> varchar(x)", call => Upper(call[0]));
        table.Same("lower(varchar(x)) -> varchar(x)", "lower({0})");
        table.Rewrite("upper(char(x)) -> char(x)", call => Upper(call[0]));
        table.Same("lower(char(x)) -> char(x)", "lower({0})");
        table.Same("length(varchar(x)) -> bigint", "length({0})");
        table.Rewrite("length(char(x)) -> bigint", call => $"CASE WHEN {call[0]} IS NULL THEN NULL ELSE CAST({call.Type(0).Precision} AS BIGINT) END");
        table.Net("reverse(varchar(x)) -> varchar(x)", "reverse");
        table.Net("chr(bigint) -> varchar(1)", "chr");
        table.Rewrite("codepoint(varchar(x)) -> integer", CodePoint);
        table.Net("levenshtein_distance(varchar(x), varchar(y)) -> bigint", "levenshtein_distance");
        table.Net("hamming_distance(varchar(x), varchar(y)) -> bigint", "hamming_distance");
        table.Net("soundex(varchar(x)) -> varchar(4)", "soundex");
        table.Net("luhn_check(varchar(x)) -> boolean", "luhn_check");
        table.Net("normalize(varchar(x), varchar(y)) -> varchar", "normalize");
        table.Net("translate(varchar(x), varchar(y), varchar(z)) -> varchar", "translate");
        table.Same("starts_with(varchar(x), varchar(y)) -> boolean", "starts_with({0}, {1})");
        table.Same("strpos(varchar(x), varchar(y)) -> bigint", "strpos({0}, {1})");
        table.Net("strpos(varchar(x), varchar(y), bigint) -> bigint", "strpos");
        table.Net("to_base(bigint, bigint) -> varchar(64)", "to_base");
        table.Net("from_base(varchar(x), bigint) -> bigint", "from_base");
        foreach (var name in (string[])["trim", "ltrim", "rtrim"])
        {
            var blanks = Sql.Text(Blanks);
            table.Rewrite($"{name}(varchar(x)) -> varchar(x)", call => $"{name}({call[0]}, {blanks})");
            table.Rewrite($"{name}(varchar(x), varchar(y)) -> varchar(x)", call => $"{name}({call[0]}, {call[1]})");
            table.Rewrite($"{name}(char(x), varchar(y)) -> varchar(x)", call => $"rtrim({name}({call[0]}, {call[1]}), ' ')", types => TrinoType.VarcharOf(types[0].Precision));
            table.Rewrite($"{name}(char(x)) -> varchar(x)", call => $"{(name == "rtrim" ? "rtrim" : name)}({call[0]}, {blanks})", types => TrinoType.VarcharOf(types[0].Precision));
        }

        foreach (var name in (string[])["substr", "substring"])
        {
            table.Rewrite($"{name}(varchar(x), bigint) -> varchar(x)", Substring);
            table.Rewrite($"{name}(varchar(x), bigint, bigint) -> varchar(x)", Substring);
            table.Rewrite($"{name}(char(x), bigint) -> varchar(x)", call => Substring(Padded(call)));
            table.Rewrite($"{name}(char(x), bigint, bigint) -> varchar(x)", call => Substring(Padded(call)));
        }

        foreach (var signature in (string[])["reverse(char(x)) -> varchar(x)", "replace(char(x), varchar(y)) -> varchar(x)", "replace(char(x), varchar(y), varchar(z)) -> varchar"])
        {
            table.Rewrite(signature, call => throw call.Refuse($"{call.Function.Name} of a char is not supported locally: cast it to varchar"));
        }

        foreach (var name in (string[])["lpad", "rpad"])
        {
            table.Rewrite($"{name}(varchar(x), bigint, varchar(y)) -> varchar", call => Pad(call, name));
        }

        Concatenate(table);
        Replace(table);
        Split(table);
    }

    /// <summary>A constant text argument, or null.</summary>
    public static string? Text(Call call, int index) => call.Type(index).Kind == Kind.Varchar ? call.Arguments[index].Constant : null;

    /// <summary>A constant whole number, or null.</summary>
    public static long? Whole(Call call, int index) =>
        long.TryParse(call.Arguments[index].Constant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static string Net(Call call, string name) => $"trino_{name}({string.Join(", ", call.Arguments.Select(argument => argument.Sql))})";

    /// <summary>DuckDB has a capital of ß, Java has none.</summary>
    private static string Upper(string value) => Sql.Let(
        value,
        x => $"CASE WHEN contains({x}, 'ß') THEN array_to_string(list_transform(string_split({x}, 'ß'), lambda part: upper(part)), 'ß') ELSE upper({x}) END");

    private static string CodePoint(Call call) => call.Type(0).Precision <= 1
        ? $"CAST(trino_codepoint({call[0]}) AS INTEGER)"
        : throw new TrinoException("FUNCTION_NOT_FOUND", $"Unexpected parameters ({call.Type(0).Name}) for function codepoint", call.At.Line, call.At.Column);

    private static string Substring(Call call)
    {
        var start = Whole(call, 1);
        var length = call.Count == 3 ? Whole(call, 2) : null;
        if (start is >= 1 and < int.MaxValue && (call.Count == 2 || length is >= 0 and < int.MaxValue))
        {
            return call.Count == 2 ? $"substr({call[0]}, {start})" : $"substr({call[0]}, {start}, {length})";
        }

        return Sql.Let(call[0], text => Sql.Let(
            call[1],
            from => call.Count == 2
                ? $"CASE WHEN {from} = 0 OR {from} < -length({text}) OR {from} > 2000000000 THEN left({text}, 0) ELSE substr({text}, {from}) END"
                : Sql.Let(
                    call[2],
                    size => $"CASE WHEN {from} IS NULL OR {size} IS NULL THEN NULL WHEN {from} = 0 OR {size} <= 0 OR {from} < -length({text}) OR {from} > 2000000000 THEN left({text}, 0) ELSE substr({text}, {from}, least({size}, 2000000000)) END",
                    2),
            1));
    }

    /// <summary>The first argument with the blanks that belong to a char.</summary>
    private static Call Padded(Call call) => call with
    {
        Arguments = call.Arguments.SetItem(0, new Typed(TrinoType.VarcharOf(call.Type(0).Precision), Casts.Padded(call[0], call.Type(0).Precision))),
    };

    private static string Pad(Call call, string name) =>
        Whole(call, 1) is >= 0 and < 10_000 and var size && Text(call, 2) is { Length: > 0 }
            ? $"{name}({call[0]}, {size.ToString(CultureInfo.InvariantCulture)}, {call[2]})"
            : Net(call, name);

    private static void Concatenate(FunctionTable table)
    {
        table.Rewrite("concat(varchar...) -> varchar", call => Joined(call, "(", " || ", ")"));
        table.Rewrite("concat(varbinary...) -> varbinary", call => Joined(call, "(", " || ", ")"));
        table.Rewrite("concat_ws(varchar, array(varchar)) -> varchar", call => Text(call, 0) is { }
            ? $"CASE WHEN {call[1]} IS NULL THEN NULL ELSE COALESCE(list_aggregate({call[1]}, 'string_agg', {call[0]}), '') END"
            : throw call.Refuse("concat_ws of an array with a computed separator is not supported locally"));
        table.Rewrite("concat_ws(varchar, varchar...) -> varchar", call => call.Count < 2
            ? throw new TrinoException("INVALID_FUNCTION_ARGUMENT", "There must be two or more arguments", call.At.Line, call.At.Column)
            : $"concat_ws({string.Join(", ", call.Arguments.Select(argument => argument.Sql))})");
    }

    private static string Joined(Call call, string open, string between, string close) => call.Count < 2
        ? throw new TrinoException(call.Count == 0 ? "AMBIGUOUS_FUNCTION_CALL" : "INVALID_FUNCTION_ARGUMENT", "There must be two or more concatenation arguments", call.At.Line, call.At.Column)
        : open + string.Join(between, call.Arguments.Select(argument => argument.Sql)) + close;

    private static void Replace(FunctionTable table)
    {
        table.Rewrite(
            "replace(varchar(x), varchar(y)) -> varchar(x)",
            call => Text(call, 1) is { Length: > 0 } ? $"replace({call[0]}, {call[1]}, '')" : Net(call, "replace"));
        table.Rewrite(
            "replace(varchar(x), varchar(y), varchar(z)) -> varchar",
            call => Text(call, 1) is { Length: > 0 } ? $"replace({call[0]}, {call[1]}, {call[2]})" : Net(call, "replace"),
            types => Length(types, (x, _, z) => x + (z * (x + 1))));
    }

    /// <summary>A varchar whose length follows from those of the arguments.</summary>
    public static TrinoType Length(ImmutableArray<TrinoType> types, Func<decimal, decimal, decimal, decimal> rule)
    {
        decimal Of(int index) => index < types.Length ? (types[index].Kind == Kind.Unknown ? 0 : types[index].Precision) : 0;
        return TrinoType.VarcharOf((int)Math.Min(TrinoType.Unbounded, rule(Of(0), Of(1), Of(2))));
    }

    private static void Split(FunctionTable table)
    {
        table.Rewrite("split(varchar(x), varchar(y)) -> array(varchar(x))", call =>
            Text(call, 1) is { Length: > 0 } ? $"string_split({call[0]}, {call[1]})" : Net(call, "split"));
        table.Net("split(varchar(x), varchar(y), bigint) -> array(varchar(x))", "split");
        table.Rewrite("split_part(varchar(x), varchar(y), bigint) -> varchar(x)", call =>
            Text(call, 1) is { Length: > 0 } && Whole(call, 2) is >= 1 and < int.MaxValue and var index
                ? $"string_split({call[0]}, {call[1]})[{index.ToString(CultureInfo.InvariantCulture)}]"
                : Net(call, "split_part"));
        table.Rewrite("split_to_map(varchar, varchar, varchar) -> map(varchar,varchar)", call =>
            $"map({Net(call, "split_to_map_keys")}, {Net(call, "split_to_map_values")})");
        table.Rewrite("split_to_multimap(varchar, varchar, varchar) -> map(varchar,array(varchar))", call => Sql.Let(
            $"list_zip({Net(call, "split_to_multimap_keys")}, {Net(call, "split_to_multimap_values")})",
            pairs => $"map(list_distinct(list_transform({pairs}, lambda p: p[1])), list_transform(list_distinct(list_transform({pairs}, lambda p: p[1])), lambda k: list_transform(list_filter({pairs}, lambda p: p[1] = k), lambda p: p[2])))"));
    }
}
