namespace Cdp.Pipeline.Gates.Staging;

/// <summary>A row of the data dictionary <c>docs/{table}_columns.md</c>.</summary>
/// <param name="Rule">The rule of a source's column, or what a further form holds.</param>
/// <param name="Line">From 1.</param>
internal sealed record Dictionary(string Name, string Type, string Rule, int Line)
{
    public static IReadOnlyList<Dictionary> Of(GateScope scope, string path) =>
    [
        .. (scope.Project.Text(path) ?? string.Empty).Split('\n')
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Select((text, i) => (Cells: text.Split('|', StringSplitOptions.TrimEntries), Line: i + 1))
            .Where(r => r.Cells.Length >= 6 && r.Cells[1].StartsWith('`'))
            .Select(r => new Dictionary(r.Cells[1].Trim('`'), r.Cells[2], r.Cells[4], r.Line)),
    ];

    /// <summary>Columns were left out because there are too many.</summary>
    public static bool IsCut(GateScope scope, string path) =>
        scope.Project.Text(path)?.Contains("\n## ", StringComparison.Ordinal) is true;
}
