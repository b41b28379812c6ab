using Cdp.Pipeline.Ports;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Fakes;

/// <summary>A platform whose tables are real ones: queries are answered by the SQL engine.</summary>
internal static class TablePlatform
{
    public static FakePlatform Over(TrinoDatabase tables, params string[] described)
    {
        var platform = new FakePlatform { Answer = request => Answer(tables, request) };
        foreach (var database in described)
        {
            platform.Tables[database] =
            [
                .. tables.Tables(database).Select(t => new Cdp.Pipeline.Ports.TableDescription(
                    t.Database, t.Name, t.RowCount, [.. t.Columns.Select(c => new ColumnDescription(c.Name, c.Type))])),
            ];
        }

        return platform;
    }

    private static QueryResult Answer(TrinoDatabase tables, QueryRequest request)
    {
        var last = tables.ExecuteAsync(
            request.Sql, new QueryContext { Database = request.Database, Now = DateTimeOffset.UnixEpoch }, CancellationToken.None)
            .GetAwaiter().GetResult()[^1];
        return new([.. last.Columns.Select(c => new ColumnDescription(c.Name, c.Type))], last.Rows, last.UpdateType, last.UpdateCount);
    }
}
