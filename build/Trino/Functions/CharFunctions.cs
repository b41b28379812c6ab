using Cdp.Trino.Translation;
using Cdp.Trino.Types;

namespace Cdp.Trino.Functions;

/// <summary>char(n) lies without its blanks; where they count they are put back.</summary>
internal static class CharFunctions
{
    public static void AddTo(FunctionTable table)
    {
        Concat(table);
    }

    private static void Concat(FunctionTable table) => table.Rewrite(
        "concat(char(x), char(y)) -> E",
        call => $"rtrim({Casts.Padded(call[0], call.Type(0).Precision)} || {call[1]}, ' ')",
        types => TrinoType.Char(Math.Min(65536, types[0].Precision + types[1].Precision)));
}
