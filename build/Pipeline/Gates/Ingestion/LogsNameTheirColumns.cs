using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;
using Cdp.Yaml;

namespace Cdp.Pipeline.Gates.Ingestion;

internal sealed partial class LogsNameTheirColumns : IFileGate
{
    public GateInfo Info { get; } = new(
        "ING-10", Phase.Ingestion, GateKind.Offline, CheckSeverity.Failure,
        "Every query that a workflow runs is there, and inserts name their columns.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
    [
        .. from workflow in scope.Project.Workflows
           from file in workflow.Operands("td>")
           where file.Text.EndsWith(".sql", StringComparison.Ordinal) && !References.IsTemplate(file) && scope.Project.Text(file.Text) is null
           select workflow.Problem($"There is no {file.Text}.", file),
        .. from source in scope.Pipeline.Ingestion.Sources
           from entry in DataSources.Of(scope, source.Name)
           let query = entry["window_query"] as YamlScalar
           where query is not null && scope.Project.Text($"sql/{query.Text}") is null
           select new FileProblem(DataSources.PathOf(source.Name), query.Position.Line, query.Position.Column, $"There is no sql/{query.Text}."),
        .. from sql in scope.Project.Sql
           let bare = SqlOutline.WithoutComments(sql.Value)
           where Insert().IsMatch(bare) && !Named().IsMatch(bare)
           select new FileProblem(sql.Key, 1, 1, "INSERT INTO without a list of columns writes into the wrong ones when the table gains one."),
    ];

    [GeneratedRegex(@"\bINSERT\s+INTO\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insert();

    [GeneratedRegex(@"\bINSERT\s+INTO\s+[\w.""]+\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
