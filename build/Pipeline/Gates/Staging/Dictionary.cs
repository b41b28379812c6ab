namespace Cdp.Pipeline.Gates.Staging;

/// <summary>A row of the data dictionary <c>docs/{table}_columns.md</c>.</summary>
/// <param name="Rule">The rule of a source's column, or what a further form holds.</param>
/// <param name="Line">From 1.</param>
internal sealed record Dictionary(string Name, string Type, string Rule, int Line)
{
    private const string LeftOutTitle = "## Left out";

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<Dictionary> Of(GateScope scope, string path) =>
        [.. Rows(Lines(scope, path).TakeWhile(l => !l.Text.StartsWith("## ", StringComparison.Ordinal)))];

    /// <summary>Those that found no room in it.</summary>
    public static IReadOnlyList<Dictionary> LeftOut(GateScope scope, string path) =>
        [.. Rows(Lines(scope, path).SkipWhile(l => l.Text != LeftOutTitle))];

    /// <summary>Columns were left out because there are too many.</summary>
    public static bool IsCut(GateScope scope, string path) =>
        scope.Project.Text(path)?.Contains("\n## ", StringComparison.Ordinal) is true;

    private static IEnumerable<(string Text, int Line)> Lines(GateScope scope, string path) =>
        (scope.Project.Text(path) ?? string.Empty).Split('\n').Select((text, i) => (text, i + 1));

    private static IEnumerable<Dictionary> Rows(IEnumerable<(string Text, int Line)> lines) =>
        from line in lines
        let cells = line.Text.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length >= 6 && cells[1].StartsWith('`')
        select new Dictionary(cells[1].Trim('`'), cells[2], cells[4], line.Line);
}
