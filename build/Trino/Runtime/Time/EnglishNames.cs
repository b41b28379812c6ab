namespace Cdp.Trino.Runtime.Time;

/// <summary>Months and days in English, the locale of the engine.</summary>
internal static class EnglishNames
{
    public static IReadOnlyList<string> Months { get; } =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    public static IReadOnlyList<string> Days { get; } =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static IReadOnlyList<string> Halves { get; } = ["AM", "PM"];

    public static IReadOnlyList<string> Eras { get; } = ["BC", "AD"];

    /// <summary>The number (from 0) of the longest name, whole or short, that stands here as written, in lower or in upper case.</summary>
    public static int Match(IReadOnlyList<string> names, string text, int at, out int length)
    {
        length = 0;
        var found = -1;
        for (var index = 0; index < names.Count; index++)
        {
            foreach (var name in (string[])[names[index], names[index][..Math.Min(3, names[index].Length)]])
            {
                if (name.Length > length && (Stands(text, at, name) || Stands(text, at, name.ToLowerInvariant()) || Stands(text, at, name.ToUpperInvariant())))
                {
                    (found, length) = (index, name.Length);
                }
            }
        }

        return found;
    }

    private static bool Stands(string text, int at, string name) => string.CompareOrdinal(text, at, name, 0, name.Length) == 0;
}
