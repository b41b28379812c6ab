using System.Globalization;
using Cdp.Pipeline;

namespace Cdp.Build.Views;

/// <summary>The seed's box at the head of a phase.</summary>
internal static class Banner
{
    private const int Width = 53;

    private static readonly string[] Steps =
    [
        "[1/6] Generate workflows",
        "[2/6] Deploy workflows",
        "[3/6] Execute workflows",
        "[4/6] Monitor execution",
        "[5/6] Validate output",
        "[6/6] Complete",
    ];

    public static IEnumerable<string> Whole(Phase phase) =>
        [$"┌{Line()}┐", Row(Title(phase)), $"├{Line()}┤", .. Steps.Select(Row), $"└{Line()}┘"];

    public static IEnumerable<string> Short(Phase phase) => [$"┌{Line()}┐", Row(Title(phase)), $"└{Line()}┘"];

    /// <summary><c>PHASE 2: HIST-UNION</c></summary>
    public static string Title(Phase phase) =>
        string.Create(CultureInfo.InvariantCulture, $"PHASE {(int)phase + 1}: {phase.Title()}");

    /// <summary><c>[4/6] Monitor execution</c></summary>
    public static string StepTitle(Step step) => Steps[(int)step];

    /// <summary>What is said after a step, where the run goes on; Execute has said itself that it is watched.</summary>
    public static string? Proceeding(Step step) => step switch
    {
        Step.Generate => "Proceeding to deployment...",
        Step.Deploy => "Proceeding to execution...",
        Step.Monitor => "Proceeding to validation...",
        _ => null,
    };

    private static string Line() => new('─', Width);

    private static string Row(string text) => $"│ {text.PadRight(Width - 1)}│";
}
