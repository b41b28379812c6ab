using Cdp.Trino.Runtime;
using Cdp.Trino.Runtime.Regex;

namespace Cdp.Trino.Functions;

/// <summary>
/// Regular expressions. A constant pattern that RE2 reads alike, and that matches no empty text where that would differ,
/// goes to DuckDB's own functions; all others run on .NET. RE2 and a backtracking engine find the same first match.
/// </summary>
internal static class RegexFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.Rewrite("regexp_like(varchar(x), varchar(y)) -> boolean", call => Pattern(call) is { Re2: { } re2 }
            ? $"regexp_matches({call[0]}, {Translation.Sql.Text(re2)})"
            : TextFunctions.Net(call, "regexp_like"));
        table.Rewrite("regexp_extract(varchar(x), varchar(y)) -> varchar(x)", call => Pattern(call) is { Re2: { } re2, CanBeEmpty: false }
            ? $"NULLIF(regexp_extract({call[0]}, {Translation.Sql.Text(re2)}), '')"
            : TextFunctions.Net(call, "regexp_extract"));
        Net(table, "regexp_extract(varchar(x), varchar(y), bigint) -> varchar(x)");
        Net(table, "regexp_extract_all(varchar(x), varchar(y)) -> array(varchar(x))");
        Net(table, "regexp_extract_all(varchar(x), varchar(y), bigint) -> array(varchar(x))");
        Net(table, "regexp_split(varchar(x), varchar(y)) -> array(varchar(x))");
        Net(table, "regexp_count(varchar(x), varchar(y)) -> bigint");
        Net(table, "regexp_position(varchar(x), varchar(y)) -> integer");
        Net(table, "regexp_position(varchar(x), varchar(y), bigint) -> integer");
        Net(table, "regexp_position(varchar(x), varchar(y), bigint, bigint) -> integer");
        table.Rewrite("regexp_replace(varchar(x), varchar(y)) -> varchar(x)", call => Pattern(call) is { Re2: { } re2, CanBeEmpty: false }
            ? $"regexp_replace({call[0]}, {Translation.Sql.Text(re2)}, '', 'g')"
            : TextFunctions.Net(call, "regexp_replace"));
        table.Rewrite(
            "regexp_replace(varchar(x), varchar(y), varchar(z)) -> varchar",
            Replace,
            types => TextFunctions.Length(types, (x, _, z) => x + (Math.Max(Math.Floor(x * z / 2), z) * (x + 1))));
        table.Rewrite("regexp_replace(varchar(x), varchar(y), function(array(varchar(x)), E)) -> varchar", call =>
            throw call.Refuse("regexp_replace with a lambda is not supported locally"));
    }

    /// <summary>
    /// The constant pattern, or null when it is computed or will fail when it is run. Refused here already when its
    /// meaning is not certain, so that no statement fails half way.
    /// </summary>
    private static JavaPattern? Pattern(Call call)
    {
        if (TextFunctions.Text(call, 1) is not { } pattern)
        {
            return null;
        }

        try
        {
            return new JavaPattern(pattern);
        }
        catch (TrinoFailure failure) when (failure.Name == TrinoFailure.Refused)
        {
            throw call.Refuse(failure.Message);
        }
        catch (TrinoFailure)
        {
            return null;
        }
    }

    private static void Net(FunctionTable table, string signature) => table.Rewrite(signature, call =>
    {
        _ = Pattern(call);
        return TextFunctions.Net(call, call.Function.Name);
    });

    private static string Replace(Call call) =>
        Pattern(call) is { Re2: { } re2, CanBeEmpty: false } && TextFunctions.Text(call, 2) is { } replacement && replacement.AsSpan().IndexOfAny('$', '\\') < 0
            ? $"regexp_replace({call[0]}, {Translation.Sql.Text(re2)}, {call[2]}, 'g')"
            : TextFunctions.Net(call, "regexp_replace");
}
