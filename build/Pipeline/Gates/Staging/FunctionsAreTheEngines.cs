using System.Text.RegularExpressions;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Gates.Staging;

internal sealed partial class FunctionsAreTheEngines : IFileGate
{
    public GateInfo Info { get; } = new(
        "ST-10", Phase.Staging, GateKind.Offline, CheckSeverity.Failure,
        "Queries use functions of their engine only.");

    public IEnumerable<FileProblem> Look(GateScope scope) =>
        from table in SourceParams.Of(scope)
        let sql = scope.Project.Text(table.Transform)
        where sql is not null
        let bare = SqlOutline.Bare(sql)
        from Match call in (table.Engine is SqlEngine.Hive ? Presto() : Hive()).Matches(bare)
        select new FileProblem(
            table.Transform,
            bare[..call.Index].Count(c => c == '\n') + 1,
            1,
            $"{call.Value.TrimEnd('(')} is no function of {table.Engine}.");

    [GeneratedRegex(@"\b(sha2|get_json_object|unix_timestamp|collect_set|nvl|explode)\(", RegexOptions.IgnoreCase)]
    private static partial Regex Hive();

    [GeneratedRegex(@"\b(json_extract_scalar|json_extract|try_cast|to_unixtime|format_datetime|regexp_like|to_utf8|from_iso8601_timestamp|cardinality|json_format)\(", RegexOptions.IgnoreCase)]
    private static partial Regex Presto();
}
