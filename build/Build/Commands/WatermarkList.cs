using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Operations;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Watermark</c>: how far each table was read.</summary>
internal static class WatermarkList
{
    public static void Write(TextWriter output, IReadOnlyList<Watermark> watermarks, string format)
    {
        switch (format)
        {
            case "table":
                Table(output, watermarks);
                break;
            case "json":
                output.WriteLine(Answers.Line(new JsonObject { ["watermarks"] = new JsonArray([.. watermarks.Select(Json)]) }));
                break;
            default:
                throw new PipelineException($"There is no format '{format}' of watermarks. Use table or json.", ExitCode.WrongInput);
        }
    }

    private static void Table(TextWriter output, IReadOnlyList<Watermark> watermarks)
    {
        var width = watermarks.Max(w => w.Key.Table.Length);
        foreach (var phase in watermarks.GroupBy(w => w.Key.Project))
        {
            output.WriteLine(phase.Key);
            foreach (var w in phase)
            {
                output.WriteLine($"  {w.Key.Table.PadRight(width)}  {(w.Value is { } value ? Texts.Time(value) : "nothing was read yet")}");
            }
        }

        output.WriteLine();
        output.WriteLine("Times of ingestion are the source's; those of later phases are when the rows were loaded.");
    }

    private static JsonObject Json(Watermark w) => new()
    {
        ["project"] = w.Key.Project,
        ["database"] = w.Key.Database,
        ["table"] = w.Key.Table,
        ["value"] = w.Value,
        ["set_at"] = w.SetAt?.ToUnixTimeSeconds(),
    };
}
