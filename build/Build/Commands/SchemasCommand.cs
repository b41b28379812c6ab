using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Schemas --action=show|write|check</c>.</summary>
internal sealed class SchemasCommand(SchemasOverview overview, TextWriter output, bool asJson)
{
    /// <exception cref="PipelineException"><c>check</c>, and a description is not what the platform has.</exception>
    public async Task RunAsync(string action, CancellationToken cancellation)
    {
        switch (action)
        {
            case "show":
                Tell(await overview.LookAsync(cancellation));
                break;
            case "check":
                Check(await overview.LookAsync(cancellation));
                break;
            case "write":
                var written = await overview.WriteAsync(cancellation);
                var findings = await overview.LookAsync(cancellation);
                Tell(findings);
                if (!asJson)
                {
                    output.WriteLine(written.Count == 0 ? "Nothing was written: every description is as the platform has it." : $"{written.Count} descriptions were written; check them in.");
                }

                break;
            default:
                throw new PipelineException(
                    $"There is no action '{action}'.{Suggestion.For(action, ["show", "write", "check"])} Use show, write or check.", ExitCode.WrongInput);
        }
    }

    private void Check(IReadOnlyList<SchemaFinding> findings)
    {
        Tell(findings);
        var different = findings.Count(f => f.State is SchemaState.Differs);
        if (different > 0)
        {
            throw new PipelineException(
                $"{different} of the descriptions that are checked in are not what the platform has. Write them again: ./build.sh --target=Schemas --action=write",
                ExitCode.ValidationFailed);
        }
    }

    private void Tell(IReadOnlyList<SchemaFinding> findings)
    {
        if (asJson)
        {
            output.WriteLine(Answers.Line(new JsonArray([.. findings.Select(Json)])));
            return;
        }

        Aligned.Write(output, [.. findings.Select(f => new[] { Mark(f.State), f.Table.ToString(), Said(f) })]);
    }

    private static string Mark(SchemaState state) => state switch
    {
        SchemaState.Same => "✓",
        SchemaState.Differs => "✗",
        _ => "·",
    };

    private static string Said(SchemaFinding finding) => finding.State switch
    {
        SchemaState.Same => "checked in as the platform has it",
        SchemaState.Differs => $"not as checked in: {string.Join("; ", finding.Differences)}",
        SchemaState.NotCheckedIn => "on the platform, not checked in",
        SchemaState.NotOnPlatform => "checked in, not on the platform",
        _ => "neither checked in nor on the platform yet",
    };

    private static JsonObject Json(SchemaFinding finding) => new()
    {
        ["table"] = finding.Table.ToString(),
        ["file"] = finding.Path,
        ["state"] = SnakeCase.Of(finding.State),
        ["differences"] = new JsonArray([.. finding.Differences.Select(d => (JsonNode)d)]),
    };
}
