using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed class DatesHaveTheirForms : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-03", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "A date has its text, its standard form, its seconds and its day; time is left as it is.");

    private static readonly string[] _forms = ["_std", "_unixtime", "_date"];

    public IEnumerable<FileProblem> Look(GateScope scope) => scope.Project.Ending("_columns.md").SelectMany(p => Look(scope, p));

    private static IEnumerable<FileProblem> Look(GateScope scope, string path)
    {
        var columns = Dictionary.Of(scope, path);
        var names = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var cut = Dictionary.IsCut(scope, path);
        foreach (var column in columns.Where(c => c.Rule == "date"))
        {
            foreach (var form in _forms.Where(f => !names.Contains(column.Name + f) && !cut))
            {
                yield return new(path, column.Line, 1, $"{column.Name} is a date, but there is no {column.Name}{form}.");
            }
        }

        if (columns.FirstOrDefault(c => c.Name == "time") is { Rule: not "keep" } time)
        {
            yield return new(path, time.Line, 1, "time is changed: watermarks depend on it.");
        }
    }
}
