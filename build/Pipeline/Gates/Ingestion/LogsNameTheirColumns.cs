using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

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
           where file.Text.EndsWith(".sql", StringComparison.Ordinal) && !scope.Project.Meant(file.Text).Any()
           select workflow.Problem($"There is no {file.Text}.", file),
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
