using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases;
using Cdp.Pipeline.Resolution;
using static System.FormattableString;

namespace Cdp.Pipeline.Gates.Prerequisites;

internal sealed class RecordsAreMostlyOnce : IDataGate
{
    public GateInfo Info { get; } = new(
        "PRE-15", Phase.Staging, GateKind.Data, CheckSeverity.Warning,
        "A table that is deduplicated has at most the share validation.duplicate_maximum of rows too many.");

    public IEnumerable<DataCheck> Checks(GateScope scope) =>
        from table in scope.Pipeline.Staging.Tables
        where table.Config?.Dedupe is not null
        let name = new TableName(scope.Pipeline.Staging.SourceDatabase, table.SourceTable)
        let schema = scope.Schemas.Find(name)
        where schema is not null && table.Config!.Dedupe!.Keys.All(k => schema.Column(k) is not null)
        select Check(scope.Pipeline.Config.Validation, name, table.Config!.Dedupe!);

    private DataCheck Check(ValidationConfig validation, TableName table, DedupeConfig dedupe) => new(
        Info.Id,
        table.ToString(),
        Info.Severity,
        Invariant($"At most {validation.DuplicateMaximum:P0} of the rows of {table.Table} repeat another's key."),
        table.Database,
        $"""
        SELECT (SELECT COUNT(*) FROM {Sql.Table(table)}) AS "rows",
          (SELECT COUNT(*) FROM (SELECT DISTINCT {string.Join(", ", dedupe.Keys.Select(Sql.Name))} FROM {Sql.Table(table)}) k) AS "keys"
        """,
        r => r.Number("rows") - r.Number("keys") > validation.DuplicateMaximum * r.Number("rows")
            ? Invariant($"{r.Number("rows")} rows have only {r.Number("keys")} keys. Is {string.Join(", ", dedupe.Keys)} the key?")
            : null);
}
