using System.Globalization;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>The rounds of the generated workflow over links of one's own.</summary>
internal sealed class GraphRun : IDisposable
{
    private const string Input = "acme_customer_360_work_input";

    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");
    private readonly string _file = Path.GetTempFileName();
    private readonly UnificationRun _run;

    public GraphRun() => _run = new(_tables, TwoMails.Config(), SampleSchemas.Cleaned);

    public void Dispose()
    {
        _tables.Dispose();
        File.Delete(_file);
    }

    /// <summary>What union-find and the workflow say of the links, and in how many rounds.</summary>
    public async Task<(string Expected, string Found, int Rounds)> FindAsync(IReadOnlyList<(int Left, int Right)> links)
    {
        await LoadAsync(links);
        var sql = _run.Project(1_735_700_000);
        await _run.ResolveAsync(sql);
        var found = await sql.RowsAsync(ExpectedLeaders.Question("acme_customer_360_work_leaders"));
        return (new ExpectedLeaders(links).Answer(), found[0], _run.Rounds);
    }

    /// <summary>Each link is a record with two e-mail addresses.</summary>
    private async Task LoadAsync(IReadOnlyList<(int Left, int Right)> links)
    {
        await using (var text = new StreamWriter(_file))
        {
            await text.WriteLineAsync("prep_id,first_seen,email,email__2");
            for (var n = 0; n < links.Count; n++)
            {
                await text.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"r{n},{n},p{links[n].Left:d8},p{links[n].Right:d8}"));
            }
        }

        await _tables.LoadAsync(
            new LoadRequest
            {
                Database = "acme_unif",
                Table = Input,
                Files = [_file],
                Format = LoadFormat.Csv,
                Mode = LoadMode.Replace,
                Columns = [new("prep_id"), new("first_seen", "bigint"), new("email"), new("email__2")],
                Time = 0,
            },
            CancellationToken.None);
    }
}
