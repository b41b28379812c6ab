using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class NoTypesThatTablesLack : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-09", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "No staged column is a TIMESTAMP, a DATE or a BOOLEAN.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
    [
        .. from path in scope.Project.Ending("_create.sql")
           let sql = SqlOutline.WithoutComments(scope.Project.Text(path)!)
           from Match column in Column().Matches(sql)
           select new FileProblem(path, sql[..column.Index].Count(c => c == '\n') + 1, 1, $"A table has no {column.Groups["type"].Value} columns."),
        .. from path in scope.Project.Ending("_columns.md")
           from column in Dictionary.Of(scope, path)
           where Type().IsMatch(column.Type)
           select new FileProblem(path, column.Line, 1, $"{column.Name} is {column.Type}; a table has no such columns."),
    ];

    [GeneratedRegex("""(?m)^\s*["`]\w+["`]\s+(?<type>timestamp|date|boolean)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex Column();

    [GeneratedRegex("^(timestamp|date|boolean)", RegexOptions.IgnoreCase)]
    private static partial Regex Type();
}
