using System.Text.RegularExpressions;

namespace Cdp.Pipeline;

/// <summary>The words of C# as the configuration and the templates write them: <c>HistUnion</c> → <c>hist_union</c>.</summary>
public static partial class SnakeCase
{
    public static string Of(string name) => Boundary().Replace(name, "_").ToLowerInvariant();

    public static string Of(Enum value) => Of(value.ToString());

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Boundary();
}
