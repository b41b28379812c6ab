using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class AddressesHaveTheirForms : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-04", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "An e-mail or a phone number has its standard form, the hash of that, and whether it is valid.");

    private static readonly string[] _forms = ["_std", "_hash", "_valid"];

    public IEnumerable<FileProblem> Look(GateScope scope) =>
    [
        .. from path in scope.Project.Ending("_columns.md")
           let columns = Dictionary.Of(scope, path)
           let names = columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal)
           where !Dictionary.IsCut(scope, path)
           from column in columns
           where column.Rule is "email" or "phone"
           from form in _forms
           where !names.Contains(column.Name + form)
           select new FileProblem(path, column.Line, 1, $"{column.Name} has the rule {column.Rule}, but there is no {column.Name}{form}."),
        .. from table in SourceParams.Of(scope)
           let sql = scope.Project.Text(table.Transform)
           where sql is not null
           from Match hash in Hash().Matches(sql)
           where !hash.Groups["of"].Value.Contains(hash.Groups["name"].Value + "_std", StringComparison.Ordinal)
           select new FileProblem(
               table.Transform, sql[..hash.Index].Count(c => c == '\n') + 1, 1, $"{hash.Groups["name"].Value}_hash is not made from {hash.Groups["name"].Value}_std."),
    ];

    [GeneratedRegex("""(?m)^(?<of>.*(sha256|sha2).*) AS ["`](?<name>\w+)_hash["`],?$""")]
    private static partial Regex Hash();
}
