using System.Text.Json.Nodes;
using Cdp.Trino.Syntax;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>Whether a text is grammatical, and if not where it stops being so.</summary>
internal static class ParserComparison
{
    public static (bool Verdict, bool Position, string Text) Of(JsonObject expected)
    {
        var sql = expected["sql"]!.GetValue<string>();
        var ok = expected["ok"]!.GetValue<bool>();
        try
        {
            Parser.ParseStatement(sql);
            return (ok, ok, $"{sql}\texpected {expected["message"]}\tparsed");
        }
        catch (TrinoException error)
        {
            var same = !ok && error.Line == expected["line"]!.GetValue<int>() && error.Column == expected["column"]!.GetValue<int>();
            return (!ok, same, $"{sql}\texpected {(ok ? "to parse" : expected["message"])}\t{error.Message}");
        }
    }
}
