using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class NamesAreDistinct : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-11", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "Column names are lower-case and distinct.");

    public IEnumerable<FileProblem> Look(GateScope scope)
    {
        foreach (var path in scope.Project.Ending("_columns.md"))
        {
            var columns = Dictionary.Of(scope, path);
            foreach (var column in columns.Where(c => !Name().IsMatch(c.Name)))
            {
                yield return new(path, column.Line, 1, $"'{column.Name}' is not a name of lower-case letters, digits and _.");
            }

            foreach (var twice in columns.GroupBy(c => c.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                yield return new(path, twice.Last().Line, 1, $"There are two columns {twice.Key}.");
            }
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,127}$")]
    private static partial Regex Name();
}
