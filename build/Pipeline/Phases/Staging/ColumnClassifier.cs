using Cdp.Pipeline.Configuration;

namespace Cdp.Pipeline.Phases.Staging;

/// <summary>Finds a column's kind by its type and the words of its name (cdp_phases §1.3, "detection").</summary>
internal static class ColumnClassifier
{
    /// <summary>Columns that pass as they are: TD's own and those that hist-union adds.</summary>
    private static readonly HashSet<string> _technical = ["time", "record_origin"];

    private static readonly HashSet<string> _dateWords =
        ["date", "datetime", "timestamp", "dob", "birthday", "birthdate"];

    /// <summary>The columns that some sources (Klaviyo) name by the bare participle.</summary>
    private static readonly HashSet<string> _dateNames = ["created", "updated", "modified"];

    private static readonly HashSet<string> _moneyWords = ["price", "amount", "tax", "discount"];

    private static readonly HashSet<string> _jsonWords =
        ["json", "attributes", "attr", "metadata", "details", "properties"];

    /// <summary>Words after which <c>email_…</c> or <c>price_…</c> speaks about the thing and is not the thing.</summary>
    private static readonly HashSet<string> _aboutWords =
    [
        "id", "code", "type", "status", "count", "subject", "template", "campaign", "consent", "domain", "source",
        "name", "body", "in", "out", "app", "currency", "flag",
    ];

    public static ColumnClass Classify(string name, string type)
    {
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length > 0 ? words[^1] : name;
        var text = type.StartsWith("varchar", StringComparison.Ordinal);
        var whole = type is "bigint" or "integer" or "int";
        var number = whole || type is "double" or "real" || type.StartsWith("decimal", StringComparison.Ordinal);

        return true switch
        {
            _ when _technical.Contains(name) => ColumnClass.Keep,
            _ when type.StartsWith("array", StringComparison.Ordinal) => ColumnClass.Array,
            _ when type is "boolean" => ColumnClass.Boolean,
            _ when type is "date" || type.StartsWith("timestamp", StringComparison.Ordinal) => ColumnClass.Date,
            _ when text && name.Contains("email", StringComparison.Ordinal) && !_aboutWords.Contains(last) => ColumnClass.Email,
            _ when (text || number) && IsPhone(name) && !_aboutWords.Contains(last) => ColumnClass.Phone,
            _ when (text || number) && IsDate(name, words, last) => ColumnClass.Date,
            _ when (text || whole) && words[0] is "is" or "has" && words.Length > 1 => ColumnClass.Boolean,
            _ when number => ColumnClass.Numeric,
            _ when text && words.Any(_moneyWords.Contains) && !_aboutWords.Contains(last) => ColumnClass.Numeric,
            _ when text && _jsonWords.Contains(last) => ColumnClass.Json,
            _ => ColumnClass.String,
        };
    }

    /// <summary>Names whose values are compared elsewhere: their case is never touched.</summary>
    public static bool IsIdentifier(string name) =>
        name is "id" or "uid" or "sku" || name.EndsWith("_id", StringComparison.Ordinal)
        || name.EndsWith("_key", StringComparison.Ordinal) || name.EndsWith("_uuid", StringComparison.Ordinal);

    private static bool IsPhone(string name) =>
        name.Contains("phone", StringComparison.Ordinal) || name.Split('_').Contains("mobile");

    private static bool IsDate(string name, string[] words, string last) =>
        words.Any(_dateWords.Contains) || _dateNames.Contains(name)
        || (words.Length > 1 && last is "at" or "on");
}
