using Cdp.Pipeline.Ports;
using Cdp.Trino;

namespace Cdp.Build.Hosting;

/// <summary>Generate's question to the Trino room: is this SQL, and do its names and types fit the tables?</summary>
internal sealed class SqlChecker(TimeProvider clock) : ISqlChecker
{
    public IReadOnlyList<FileProblem> Check(SqlText sql) =>
    [
        .. SqlCheck.Check(sql.Text, Context(sql), Catalog(sql))
            .Select(fault => new FileProblem(sql.Path, fault.Line, fault.Column, $"{fault.Message} ({fault.ErrorName})")),
    ];

    private QueryContext Context(SqlText sql) => new()
    {
        Database = sql.Database ?? "information_schema",
        Dialect = sql.Dialect is SqlDialect.Hive ? Dialect.TdHive : Dialect.Td,
        Now = clock.GetUtcNow(),
    };

    private static SqlCatalog Catalog(SqlText sql) => sql.Schemas is { } schemas
        ? new([.. schemas.Tables.Select(t => new Trino.TableDescription(
            t.Name.Database, t.Name.Table, 0, [.. t.Columns.Select(c => new TableColumn(c.Name, c.Type))]))])
        : SqlCatalog.Unknown;
}
