using System.Globalization;
using System.Text.Json;
using Cdp.Trino.Runtime;
using Cdp.Trino.Tests.Conformance;

namespace Cdp.Trino.Tests.Runtime;

/// <summary>The recorded answers of a real Trino to calls whose arguments are all literals or such calls.</summary>
internal sealed class RecordedCalls
{
    private readonly FunctionTable _functions = new();

    public int Equal { get; private set; }

    public int Refused { get; private set; }

    public List<string> Different { get; } = [];

    public static RecordedCalls Run(params string[] areas)
    {
        var run = new RecordedCalls();
        foreach (var recorded in CaseFile.Read("expressions.jsonl"))
        {
            var entry = JsonSerializer.SerializeToElement(recorded);
            if (areas.Any(area => entry.GetProperty("id").GetString()!.StartsWith(area, StringComparison.Ordinal)))
            {
                run.Compare(entry);
            }
        }

        return run;
    }

    private void Compare(JsonElement entry)
    {
        var sql = entry.GetProperty("sql").GetString()!;
        if (CallReader.Read(sql, _functions) is not { } call || entry.TryGetProperty("rows", out _)
            || (entry.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("INTERVAL", StringComparison.Ordinal)))
        {
            return;
        }

        var expected = entry.TryGetProperty("error", out var error)
            ? error.GetProperty("name").GetString()!
            : Text(entry.GetProperty("value"));
        string actual;
        try
        {
            actual = FunctionTable.Text(call());
        }
        catch (TrinoFailure failure)
        {
            actual = failure.Name;
        }
        catch (NotCallable)
        {
            return;
        }

        if (actual == expected)
        {
            Equal++;
        }
        else if (actual == TrinoFailure.Refused)
        {
            Refused++;
        }
        else if (expected is not ("FUNCTION_NOT_FOUND" or "TYPE_MISMATCH" or "AMBIGUOUS_FUNCTION_CALL" or "SYNTAX_ERROR"))
        {
            Different.Add($"{sql} -> expected {expected}, got {actual}");
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(Text)) + "]",
        JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny(".eE") >= 0 =>
            value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };
}

/// <summary>A call that the types of the functions at hand do not fit; the translator would not write it.</summary>
internal sealed class NotCallable : Exception;
