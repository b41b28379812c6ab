using System.Globalization;
using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Operations;

namespace Cdp.Build.Commands;

/// <summary>The preview of what will be read again, or what was changed so that it is.</summary>
internal static class RereadOutput
{
    private const int MostWindows = 12;

    public static void Write(TextWriter output, RereadPlan plan, bool isDone, string format)
    {
        switch (format)
        {
            case "table":
                Text(output, plan, isDone);
                break;
            case "json":
                output.WriteLine(Answers.Line(Json(plan, isDone)));
                break;
            default:
                throw new PipelineException($"There is no format '{format}' here. Use table or json.", ExitCode.WrongInput);
        }
    }

    private static void Text(TextWriter output, RereadPlan plan, bool isDone)
    {
        output.WriteLine($"{plan.Verb} {plan.Object}");
        foreach (var window in plan.Windows.Take(MostWindows))
        {
            output.WriteLine($"  {(isDone ? "to be read" : "would be read")}: {Texts.Time(window.Start)} to {(window.End is { } end ? Texts.Time(end) : "the next run")}{Records(window)}");
        }

        if (plan.Windows.Length > MostWindows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {plan.Windows.Length - MostWindows} windows more"));
        }

        if (plan.Rows > 0)
        {
            output.WriteLine($"  {Texts.Count(plan.Rows)} rows of the raw table are replaced when the new ones are there");
        }

        foreach (var move in plan.Moves)
        {
            output.WriteLine($"  watermark of {move.Key.Project} {move.Key.Table}: {(move.From is { } from ? Texts.Time(from) : "none")} → {Texts.Time(move.To)}");
        }

        foreach (var warning in plan.Warnings)
        {
            output.WriteLine($"  ⚠ {warning}");
        }

        output.WriteLine(Next(plan, isDone));
    }

    private static string Records(ReadWindow window) =>
        window.Records is { } records ? $" ({Texts.Count(records)} records the last time)" : "";

    private static string Next(RereadPlan plan, bool isDone) => (plan.IsEmpty, isDone) switch
    {
        (true, _) => "Nothing to do.",
        (_, true) => "✓ Done. The next run reads it: ./build.sh --target=Unification --again",
        _ => "Nothing was changed. Pass --yes to make it so.",
    };

    private static JsonObject Json(RereadPlan plan, bool isDone) => new()
    {
        ["object"] = plan.Object,
        ["verb"] = plan.Verb,
        ["applied"] = isDone,
        ["rows"] = plan.Rows,
        ["windows"] = new JsonArray([.. plan.Windows.Select(w => new JsonObject { ["start"] = w.Start, ["end"] = w.End, ["records"] = w.Records })]),
        ["watermarks"] = new JsonArray([.. plan.Moves.Select(m => new JsonObject
        {
            ["project"] = m.Key.Project,
            ["database"] = m.Key.Database,
            ["table"] = m.Key.Table,
            ["from"] = m.From,
            ["to"] = m.To,
        })]),
        ["warnings"] = new JsonArray([.. plan.Warnings.Select(w => (JsonNode)w)]),
    };
}
