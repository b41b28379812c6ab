using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class StagingLoops : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-08", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "A workflow loops over its tables, makes the table of watermarks and reads them as 0 at first, of its own project.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        [.. scope.Workflows.SelectMany(Look), .. SourceParams.Of(scope).SelectMany(t => Look(scope, t))];

    private static IEnumerable<FileProblem> Look(WorkflowText workflow)
    {
        if (!workflow.Uses("for_each>") && !workflow.Uses("td_for_each>"))
        {
            yield return workflow.Problem("It does not loop over the tables of config/src_params.yml.");
        }

        if (!workflow.Runs("create_inc_log.sql"))
        {
            yield return workflow.Problem("No task runs queries/create_inc_log.sql.");
        }
    }

    private static IEnumerable<FileProblem> Look(GateScope scope, SourceParams table)
    {
        var path = $"queries/{table.Name}_window.sql";
        if (scope.Project.Text(path) is { } sql
            && (!Zero().IsMatch(sql) || !sql.Contains("'staging'", StringComparison.Ordinal)))
        {
            yield return new(path, 1, 1, "The watermark is not read as COALESCE(MAX(inc_value), 0) with project_name = 'staging'.");
        }
    }

    [GeneratedRegex(@"COALESCE\(\s*(MAX\([\w.""`]*inc_value[""`]?\)|\(\s*SELECT MAX\([\w.""`]*inc_value)", RegexOptions.IgnoreCase)]
    private static partial Regex Zero();
}
