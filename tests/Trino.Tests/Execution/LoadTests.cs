namespace Cdp.Trino.Tests.Execution;

public sealed class LoadTests : IDisposable
{
    private readonly TrinoDatabase _database = TrinoDatabase.Open(":memory:");
    private readonly string _folder = Directory.CreateTempSubdirectory("cdp-load").FullName;

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Csv_is_text_under_td_names_with_the_loads_time()
    {
        var result = await _database.LoadAsync(Request(LoadFormat.Csv, "Id,First Name\n1,Ann\n007,\n"), CancellationToken.None);

        Assert.Equal(new LoadResult(2, Repeated: false), result);
        Assert.Equal("time bigint, id varchar, first_name varchar", Columns());
        Assert.Equal("[\"007\",null,1700000000]", await RowsAsync("SELECT id, first_name, time FROM people WHERE id <> '1'"));
    }

    [Fact]
    public async Task A_window_keeps_rows_from_its_beginning_to_before_its_end()
    {
        var request = Request(LoadFormat.Csv, "id,at\na,2020-01-01T00:00:00Z\nb,2020-01-02 00:00:00\nc,1577923200000\nd,2020-01-03T09:00:00+09:00\ne,\n") with
        {
            Window = new LoadWindow("at", new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2020, 1, 3, 0, 0, 0, TimeSpan.Zero)),
        };

        await _database.LoadAsync(request, CancellationToken.None);

        Assert.Equal("[\"b\"] [\"c\"]", await RowsAsync("SELECT id FROM people ORDER BY id"));
    }

    [Fact]
    public async Task A_load_that_is_cancelled_while_it_runs_ends_soon_and_leaves_nothing()
    {
        var text = "id,name\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},{new string('x', 40)}\n"));
        var request = Request(LoadFormat.Csv, text);
        var many = request with { Files = [.. Enumerable.Repeat(request.Files[0], 300)] };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var started = System.Diagnostics.Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _database.LoadAsync(many, stop.Token));

        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Null(_database.Table("src", "people"));
    }

    [Fact]
    public async Task Json_lines_give_numbers_texts_and_structures_as_text()
    {
        await _database.LoadAsync(Request(LoadFormat.JsonLines, "{\"id\":1,\"x\":1.5,\"p\":{\"a\":[1]},\"b\":true}\n{\"id\":2,\"x\":2,\"p\":null}\n"), CancellationToken.None);

        Assert.Equal("time bigint, id bigint, x double, p varchar, b varchar", Columns());
        Assert.Equal("[1,1.5,\"{\\u0022a\\u0022:[1]}\",\"true\"] [2,2,null,null]", await RowsAsync("SELECT id, x, p, b FROM people ORDER BY id"));
    }

    [Fact]
    public async Task A_load_with_a_marker_happens_once_and_a_second_file_adds_its_columns()
    {
        var first = Request(LoadFormat.Csv, "id\n1\n") with { Marker = "load-1" };

        await _database.LoadAsync(first, CancellationToken.None);
        var again = await _database.LoadAsync(first, CancellationToken.None);
        await _database.LoadAsync(Request(LoadFormat.Csv, "id,mail\n2,x\n"), CancellationToken.None);

        Assert.Equal(new LoadResult(1, Repeated: true), again);
        Assert.Equal("[\"1\",null] [\"2\",\"x\"]", await RowsAsync("SELECT id, mail FROM people ORDER BY id"));
    }

    private LoadRequest Request(LoadFormat format, string text)
    {
        var file = Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length}.txt");
        File.WriteAllText(file, text);
        return new LoadRequest { Database = "src", Table = "people", Files = [file], Format = format, Time = 1_700_000_000 };
    }

    private string Columns() => string.Join(", ", _database.Table("src", "people")!.Columns.Select(c => $"{c.Name} {c.Type}"));

    private async Task<string> RowsAsync(string sql)
    {
        var context = new QueryContext { Database = "src", Now = DateTimeOffset.UnixEpoch };
        var results = await _database.ExecuteAsync(sql, context, CancellationToken.None);
        return string.Join(' ', results[^1].Rows.Select(r => $"[{string.Join(',', r.Select(v => v?.ToJsonString() ?? "null"))}]"));
    }
}
