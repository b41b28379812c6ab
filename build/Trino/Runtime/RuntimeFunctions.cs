namespace Cdp.Trino.Runtime;

/// <summary>Every .NET function that translated SQL may call; inside the engine its name begins with <c>trino_</c>.</summary>
internal static class RuntimeFunctions
{
    public static void AddTo(IScalarFunctionSink sink)
    {
        sink.Add<bool, string, int>("refuse_when", (refused, message) => refused ? throw new TrinoFailure(TrinoFailure.Refused, message) : 0);
        BinaryFunctions.AddTo(sink);
        Regex.RegexFunctions.AddTo(sink);
        TextFunctions.AddTo(sink);
        UrlFunctions.AddTo(sink);
        JavaFormat.AddTo(sink);
        Casts.AddTo(sink);
        Json.JsonFunctions.AddTo(sink);
        Time.TimeFunctions.AddTo(sink);
        Td.TdText.AddTo(sink);
    }
}
