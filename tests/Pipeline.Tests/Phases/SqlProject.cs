using System.Text.Json.Nodes;
using Cdp.Digdag.Templates;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases;

/// <summary>A generated project's queries on real tables: filled in by digdag's templates, run by the SQL engine.</summary>
internal sealed class SqlProject(TrinoDatabase tables, IReadOnlyDictionary<string, string> files, string database, long session)
{
    private readonly TemplateEngine _templates = new();

    /// <summary>As <c>td&gt;</c> with <c>create_table:</c>.</summary>
    public Task CreateAsync(string file, string table, JsonObject? parameters = null) =>
        RunAsync($"DROP TABLE IF EXISTS \"{table}\";\nCREATE TABLE \"{table}\" AS\n{Text(file, parameters)}");

    /// <summary>As <c>td&gt;</c> with <c>create_table:</c> and <c>engine: hive</c>.</summary>
    public Task OverwriteAsync(string file, string table, JsonObject? parameters = null)
    {
        tables.CreateTable(database, table);
        return RunAsync(
            Text(file, parameters).Replace("-- DIGDAG_INSERT_LINE\n", $"INSERT OVERWRITE TABLE `{table}`\n", StringComparison.Ordinal), Dialect.TdHive);
    }

    /// <summary>As <c>td&gt;</c> with <c>insert_into:</c>.</summary>
    public Task InsertAsync(string file, string table, JsonObject? parameters = null)
    {
        tables.CreateTable(database, table);
        var text = Text(file, parameters);
        var insert = $"INSERT INTO \"{table}\"\n";
        return RunAsync(text.Contains("-- DIGDAG_INSERT_LINE\n", StringComparison.Ordinal)
            ? text.Replace("-- DIGDAG_INSERT_LINE\n", insert, StringComparison.Ordinal)
            : insert + text);
    }

    public Task<IReadOnlyList<StatementResult>> QueryAsync(string file, JsonObject? parameters = null) => RunAsync(Text(file, parameters));

    public async Task<IReadOnlyList<StatementResult>> RunAsync(string sql, Dialect dialect = Dialect.Td)
    {
        try
        {
            return await tables.ExecuteAsync(
                sql, new QueryContext { Database = database, Now = DateTimeOffset.FromUnixTimeSeconds(session), Dialect = dialect }, CancellationToken.None);
        }
        catch (TrinoException ex)
        {
            throw new InvalidOperationException($"{ex.Message}\n{sql}", ex);
        }
    }

    /// <summary>Rows as texts, for comparing.</summary>
    public async Task<List<string>> RowsAsync(string sql) =>
        [.. (await RunAsync(sql))[^1].Rows.Select(r => string.Join('|', r.Select(v => v?.ToString() ?? "NULL")))];

    public async Task<long> NumberAsync(string sql) => (await RunAsync(sql))[^1].Rows[0][0]!.GetValue<long>();

    public void Rename(string from, string to) => tables.RenameTable(database, from, to);

    private string Text(string file, JsonObject? parameters)
    {
        var all = new JsonObject
        {
            ["session_unixtime"] = session,
            ["session_uuid"] = $"uuid-{session}",
            ["session_id"] = session,
            ["session_local_time"] = DateTimeOffset.FromUnixTimeSeconds(session).ToString("yyyy-MM-dd HH:mm:ss"),
            ["td"] = new JsonObject { ["database"] = database },
        };
        foreach (var (key, value) in parameters ?? [])
        {
            all[key] = value?.DeepClone();
        }

        return _templates.RenderFile(files[file], file, all);
    }
}
