using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class JsonIsReadSafely : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-05", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "Values out of JSON are NULL when empty, lists are cast with TRY, and paths are in brackets.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from table in SourceParams.Of(scope)
        where table.Engine is SqlEngine.Presto
        let sql = scope.Project.Text(table.Transform)
        where sql is not null
        from line in sql.Split('\n').Select((Text, i) => (Text, Number: i + 1))
        let problem =
            Scalar().IsMatch(line.Text) && !line.Text.Contains("NULLIF(trim(", StringComparison.OrdinalIgnoreCase) ? "An empty value out of JSON is not made NULL: NULLIF(…, '')."
            : Cast().IsMatch(line.Text) ? "A list out of JSON is cast without TRY: one bad row fails the job."
            : Dotted().IsMatch(line.Text) ? "A path into JSON is not in brackets: keys with $, blanks or dots are not found."
            : null
        where problem is not null
        select new FileProblem(table.Transform, line.Number, 1, problem);

    [GeneratedRegex(@"\bjson_extract_scalar\(", RegexOptions.IgnoreCase)]
    private static partial Regex Scalar();

    [GeneratedRegex(@"(?<!TRY_)\bCAST\(json_extract\(", RegexOptions.IgnoreCase)]
    private static partial Regex Cast();

    [GeneratedRegex(@"\bjson_extract(_scalar)?\([^)]*'\$\.", RegexOptions.IgnoreCase)]
    private static partial Regex Dotted();
}
