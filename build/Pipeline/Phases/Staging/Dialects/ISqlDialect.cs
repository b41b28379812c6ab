namespace Cdp.Pipeline.Phases.Staging.Dialects;

/// <summary>The words in which one engine says what the rules need. The rules themselves are written once, over these.</summary>
/// <remarks>Arguments are expressions unless called pattern, replacement or value; patterns are of java.util.regex.
/// An expression over NULL is NULL, and what cannot be read is NULL, never an error.</remarks>
internal interface ISqlDialect
{
    string Name(string name);

    string Table(string database, string table);

    /// <summary>A literal.</summary>
    string Text(string value);

    /// <summary>Without white space at both ends.</summary>
    string Trim(string text);

    /// <summary>True when the pattern is found anywhere in the text.</summary>
    string Matches(string text, string pattern);

    /// <summary>Every place of the pattern replaced; <c>$1</c> is its first group.</summary>
    string Replace(string text, string pattern, string replacement);

    /// <summary>The group of the first place of the pattern; where there is none, '' or NULL.</summary>
    string Extract(string text, string pattern, int group);

    /// <summary>A column as text; a double that is a whole number is written as one, so that 1001.0 is the same id as 1001.</summary>
    string ToText(string column, string type);

    string ToBigint(string text);

    string ToDouble(string text);

    /// <summary>Whole division, towards zero.</summary>
    string Divide(string number, long by);

    /// <summary>A double to so many decimal places, halves away from zero.</summary>
    string Round(string number, int places);

    /// <summary>Lower-case hex of the UTF-8 text.</summary>
    string Sha256(string text);

    /// <summary>One text for several, NULLs and separators told apart: the JSON list of them.</summary>
    string JsonOf(IEnumerable<string> texts);

    /// <summary>An array, or a type that a table of TD cannot hold, as text.</summary>
    string Serialised(string column, string type);

    /// <summary>Unix seconds of a column of type date or timestamp.</summary>
    string SecondsOf(string column, string type);

    /// <summary>The scalar at the path, or the JSON text of what else is there; NULL for JSON's null.</summary>
    string JsonText(string json, IReadOnlyList<string> path);

    /// <summary>The list at the path as array(varchar), nested values as JSON text, nulls left out.</summary>
    string JsonList(string json, IReadOnlyList<string> path);

    /// <summary>The greatest first, NULL last.</summary>
    string Descending(string column);
}
