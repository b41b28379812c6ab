using System.Text.Json.Nodes;
using Cdp.Pipeline;
using Cdp.Pipeline.Steps.Looking;

namespace Cdp.Build.Commands;

/// <summary><c>--target=Doctor</c>: each finding with its mark, what is wrong with its remedy.</summary>
internal sealed class DoctorCommand(TextWriter output)
{
    /// <returns>What the process is to answer: done, or the exit code of the first thing that is wrong.</returns>
    public ExitCode Tell(IReadOnlyList<Finding> findings, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(Answers.Line(Json(findings)));
        }
        else
        {
            Aligned.Write(output, [.. findings.Select(f => new[] { Mark(f.Health), f.Subject, f.Detail + (f.Remedy is { } remedy ? $" → {remedy}" : string.Empty) })]);
            output.WriteLine();
            output.WriteLine(findings.Count(f => f.Health is Health.Bad) switch
            {
                0 => "Nothing stands in the way of a run.",
                1 => "One thing stands in the way of a run.",
                var count => $"{count} things stand in the way of a run.",
            });
        }

        return findings.FirstOrDefault(f => f.Health is Health.Bad)?.ExitCode ?? ExitCode.Done;
    }

    private static JsonObject Json(IReadOnlyList<Finding> findings) => new()
    {
        ["ready"] = findings.All(f => f.Health is not Health.Bad),
        ["findings"] = new JsonArray([.. findings.Select(f => new JsonObject
        {
            ["subject"] = f.Subject,
            ["health"] = SnakeCase.Of(f.Health),
            ["detail"] = f.Detail,
            ["remedy"] = f.Remedy,
        })]),
    };

    private static string Mark(Health health) => health switch
    {
        Health.Good => "✓",
        Health.Bad => "✗",
        _ => "?",
    };
}
