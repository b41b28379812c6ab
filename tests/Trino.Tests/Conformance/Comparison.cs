using System.Text.Json.Nodes;

namespace Cdp.Trino.Tests.Conformance;

/// <summary>Compares an answer with the recorded one, by the rules of the cases' README.</summary>
internal static class Comparison
{
    public static Verdict Of(string id, JsonObject expected, StatementResult? result, TrinoException? error)
    {
        var sql = expected["sql"]!.GetValue<string>();
        var wanted = Wanted(expected);
        if (error is not null)
        {
            var name = expected["error"]?["name"]?.GetValue<string>();
            var outcome = error.ErrorName == TrinoException.NotSupportedLocally ? Outcome.Refused
                : name is null ? Outcome.Different
                : name == error.ErrorName || name == "GENERIC_INTERNAL_ERROR" ? Outcome.Equal
                : Outcome.WrongError;
            return new Verdict(id, outcome, sql, wanted, $"{error.ErrorName}: {error.Message} {error.InnerException?.Message}");
        }

        var actual = $"{string.Join(" | ", result!.Columns.Select(c => c.Name + ":" + c.Type))} {string.Join(" ; ", result.Rows.Select(r => string.Join(", ", r.Select(v => v?.ToJsonString() ?? "null"))))} {result.UpdateType} {result.UpdateCount}";
        return new Verdict(id, IsEqual(expected, result) ? Outcome.Equal : Outcome.Different, sql, wanted, actual);
    }

    private static string Wanted(JsonObject expected)
    {
        var copy = expected.DeepClone().AsObject();
        copy.Remove("sql");
        copy.Remove("id");
        return copy.ToJsonString();
    }

    private static bool IsEqual(JsonObject expected, StatementResult result)
    {
        if (expected["error"] is not null)
        {
            return false;
        }

        if (expected["updateType"] is { } update)
        {
            return update.GetValue<string>() == result.UpdateType
                && (expected["updateCount"] is null || expected["updateCount"]!.GetValue<long>() == result.UpdateCount);
        }

        if (expected["type"] is { } type)
        {
            return result.Columns.Length == 1 && result.Rows.Length == 1
                && result.Columns[0].Type == type.GetValue<string>()
                && Same(expected["value"], result.Rows[0][0], type.GetValue<string>());
        }

        var columns = expected["columns"]!.AsArray();
        var rows = expected["rows"]!.AsArray();
        if (columns.Count != result.Columns.Length || rows.Count != result.Rows.Length)
        {
            return false;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i]!["name"]!.GetValue<string>() != result.Columns[i].Name || columns[i]!["type"]!.GetValue<string>() != result.Columns[i].Type)
            {
                return false;
            }
        }

        return expected["ordered"] is not null
            ? rows.Select((r, i) => SameRow(r!.AsArray(), result, i)).All(x => x)
            : SameBag(rows, result);
    }

    private static bool SameRow(JsonArray row, StatementResult result, int index) =>
        row.Select((v, i) => Same(v, result.Rows[index][i], result.Columns[i].Type)).All(x => x);

    private static bool SameBag(JsonArray rows, StatementResult result)
    {
        var left = Enumerable.Range(0, rows.Count).ToList();
        foreach (var row in rows)
        {
            var found = left.FindIndex(i => SameRow(row!.AsArray(), result, i));
            if (found < 0)
            {
                return false;
            }

            left.RemoveAt(found);
        }

        return true;
    }

    private static bool Same(JsonNode? expected, JsonNode? actual, string type)
    {
        switch (expected, actual)
        {
            case (null, null):
                return true;
            case (null, _) or (_, null):
                return false;
            case (JsonArray a, JsonArray b):
                return a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second, type));
            case (JsonObject a, JsonObject b):
                return a.Count == b.Count && a.All(p => b.TryGetPropertyValue(p.Key, out var other) && Same(p.Value, other, type));
        }

        var (x, y) = (expected.ToJsonString(), actual.ToJsonString());
        if (x == y || expected.ToString() == actual.ToString())
        {
            return expected.GetValueKind() == actual.GetValueKind();
        }

        return expected.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && actual.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && Near(double.Parse(x), double.Parse(y), type.Contains("real", StringComparison.Ordinal) ? 1e-6 : 1e-12);
    }

    private static bool Near(double a, double b, double tolerance) =>
        a == b || Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b));
}
