namespace Cdp.Digdag.Language;

/// <summary>Errors of our YAML parser in the words of digdag's, for those that people meet.</summary>
internal static class YamlWords
{
    public const string Tab =
        @"found character '\t(TAB)' that cannot start any token. (Do not use \t(TAB) for indentation)";

    public static string Of(string message) =>
        message switch
        {
            "while scanning a plain scalar value, found invalid mapping." => "mapping values are not allowed here",
            "Mapping values are not allowed in this context." => "mapping values are not allowed here",
            "found a tab in the indentation; indent with spaces" => Tab,
            _ => message,
        };
}
