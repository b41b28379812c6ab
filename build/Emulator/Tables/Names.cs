using System.Text.RegularExpressions;
using Cdp.Emulator.Http;

namespace Cdp.Emulator.Tables;

/// <summary>TD's rule for the names of databases and tables.</summary>
internal static partial class Names
{
    /// <param name="kind"><c>Database</c> or <c>Table</c>.</param>
    public static void Check(string kind, string name)
    {
        if (name.Length is < 3 or > 255)
        {
            throw new ApiException(
                422, FormattableString.Invariant($"{kind} name must be between 3 and 255 characters long. Got {name.Length} characters."));
        }

        if (!Allowed().IsMatch(name))
        {
            throw new ApiException(422, $"{kind} name must only consist of lower-case alpha-numeric characters and '_'.");
        }
    }

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex Allowed();
}
