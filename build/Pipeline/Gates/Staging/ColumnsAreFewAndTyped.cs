using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class ColumnsAreFewAndTyped : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-02", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "A staged table has at most 200 columns, each varchar, bigint, double or an array.");

    private const int Most = 200;

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Project.Ending("_columns.md").SelectMany(p => Look(scope, p));

    private static IEnumerable<FileProblem> Look(GateScope scope, string path)
    {
        var columns = Dictionary.Of(scope, path);
        if (columns.Count > Most)
        {
            yield return new(path, 1, 1, FormattableString.Invariant($"The table has {columns.Count} columns; {Most} are possible."));
        }

        foreach (var column in columns.Where(c => !Type().IsMatch(c.Type)))
        {
            yield return new(path, column.Line, 1, $"{column.Name} is {column.Type}; a staged column is varchar, bigint, double or an array.");
        }
    }

    [GeneratedRegex(@"^(varchar|string|bigint|double|array\(.+\)|array<.+>)$")]
    private static partial Regex Type();
}
