using System.Globalization;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Tests.Phases.Staging;
using Cdp.Pipeline.Tests.Sample;
using Cdp.Tests;
using Cdp.Trino;

namespace Cdp.Pipeline.Tests.Phases.Unification;

/// <summary>How good persons are, on public data whose truth is known: pairs of records, by the workflows and counted independently.</summary>
public sealed class TruthTests : IDisposable
{
    private readonly TrinoDatabase _tables = TrinoDatabase.Open(":memory:");

    public void Dispose() => _tables.Dispose();

    /// <summary>The two systems of the sample are made of <c>fake_1000</c> and Chinook; staging cleans them, or does not.</summary>
    [Fact]
    public async Task Cleaned_keys_find_more_of_the_samples_pairs_than_raw_ones()
    {
        await SampleTables.FillAsync(_tables);
        await new StagingRun(_tables, Project.SampleConfig(), SampleSchemas.Combined).RunAsync(1_735_700_000);

        var cleaned = await SampleAsync(("email_std", "phone_std"), ("email_std", "phone_number_std"));
        await KeepRawAsync("shop_customers", "phone");
        await KeepRawAsync("crm_profiles", "phone_number");
        var raw = await SampleAsync(("email", "phone"), ("email", "phone_number"));

        Assert.True(cleaned.Recall > raw.Recall, $"{cleaned} against {raw}");
        Figures.Say("truth of the sample", $"raw keys {raw}; cleaned {cleaned}");
        var readme = await File.ReadAllTextAsync(Repository.File("README.md"));
        Assert.Contains($"from {raw.Recall.ToString("0.000", CultureInfo.InvariantCulture)} to {cleaned.Recall.ToString("0.000", CultureInfo.InvariantCulture)}", readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fake_1000.csv", "cluster", "email", "first_name", "surname", "dob")]
    [InlineData("febrl_dataset3.csv", "rec_id", "soc_sec_id", "given_name", "surname", "date_of_birth")]
    public async Task Exact_keys_give_the_pairs_that_union_find_gives(string file, string truth, string id, string first, string last, string birth)
    {
        var rows = CsvText.Read(await File.ReadAllTextAsync(Repository.File($"tests/Pipeline.Tests/Cases/originals/{file}")))
            .Select(r => r.ToDictionary(c => c.Key.Trim(), c => c.Value)).ToList();
        string Truth(Dictionary<string, string> row) => truth == "rec_id" ? row[truth].Split('-')[1] : row[truth];

        var raw = await FileAsync(rows, Truth, row => (row[id], Whole([row[first].Trim(), row[last].Trim(), row[birth].Trim()], "|")));
        var cleaned = await FileAsync(rows, Truth, row => (Letters(row[id]), Whole([Letters(row[first]), Letters(row[last]), row[birth].Trim()], "")));

        Assert.True(cleaned.Recall > raw.Recall, $"{cleaned} against {raw}");
        Figures.Say($"truth of {file}", $"raw keys {raw}; cleaned {cleaned}");
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{cleaned.Recall:0.000} instead of {raw.Recall:0.000} on `{Path.GetFileNameWithoutExtension(file)}`"),
            await File.ReadAllTextAsync(Repository.File("README.md")),
            StringComparison.Ordinal);
    }

    /// <summary>Puts what the source has written in the place of what staging has made of it.</summary>
    private async Task KeepRawAsync(string table, string phone)
    {
        var kept = SampleSchemas.Cleaned.Find(new("acme_stg", $"{table}_stg"))!.Columns.Select(c => c.Name)
            .Select(c => c == "email" || c == phone ? $"u.{c}" : $"s.{c}");
        await new UnificationRun(_tables, Project.SampleConfig(), SampleSchemas.Cleaned).Project(1).RunAsync(
            $"CREATE TABLE acme_stg.raw AS SELECT {string.Join(", ", kept)} FROM acme_stg.{table}_stg s JOIN acme_src.{table}_hist_union u ON u.id = s.id;\n"
            + $"DROP TABLE acme_stg.{table}_stg;\nCREATE TABLE acme_stg.{table}_stg AS SELECT * FROM acme_stg.raw;\nDROP TABLE acme_stg.raw");
    }

    /// <summary>Persons of the sample by two keys of each system.</summary>
    private async Task<PairCounts> SampleAsync((string Mail, string Phone) shop, (string Mail, string Phone) crm)
    {
        var config = Project.SampleConfig();
        UnificationTableConfig Table(string name, (string Mail, string Phone) keys) => new()
        {
            Name = name,
            KeyColumns = [new() { Column = keys.Mail, Key = "email" }, new() { Column = keys.Phone, Key = "phone" }],
        };
        config = config with
        {
            Unification = config.Unification with
            {
                Name = $"by_{shop.Mail}",
                Keys = [new() { Name = "email" }, new() { Name = "phone" }],
                Master = [],
                Tables = [Table("shop_customers", shop), Table("crm_profiles", crm)],
            },
        };
        var sql = await new UnificationRun(_tables, config, SampleSchemas.Cleaned).RunAsync(1_735_700_000);
        var found = new PairCounts(await sql.RowsAsync(
            "SELECT COALESCE(unified_id, CAST(uuid() AS varchar)), cluster FROM shop_customers_stg_enriched UNION ALL SELECT COALESCE(unified_id, CAST(uuid() AS varchar)), cluster FROM crm_profiles_stg_enriched"));

        var keys = new Phases.Project(config).Pipeline.Config.Unification;
        var rules = Cdp.Pipeline.Phases.Unification.KeyDefaults.Keys(keys);
        var records = (await sql.RowsAsync(
            $"SELECT {shop.Mail}, {shop.Phone}, cluster FROM acme_stg.shop_customers_stg UNION ALL SELECT {crm.Mail}, {crm.Phone}, cluster FROM acme_stg.crm_profiles_stg"))
            .Select(r => r.Split('|')).ToList();
        Assert.Equal(
            PairCounts.ByUnionFind(records.Select(r => (
                (IReadOnlyList<string>)[.. rules.Where((k, n) => IsValid(k, r[n].Trim())).Select(k => $"{k.Name}:{r[k.Type - 1].Trim()}")], r[2]))),
            found);
        return found;
    }

    private static bool IsValid(Cdp.Pipeline.Phases.Unification.IdentityKey key, string value) =>
        value is not ("NULL" or "") && !key.InvalidTexts.Contains(value)
        && System.Text.RegularExpressions.Regex.IsMatch(value, key.ValidRegexp!, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Persons of one file by an id and by name with date of birth, through the workflow's queries.</summary>
    private async Task<PairCounts> FileAsync(
        List<Dictionary<string, string>> rows, Func<Dictionary<string, string>, string> truth, Func<Dictionary<string, string>, (string Id, string Name)> keys)
    {
        var config = TinyClient.Config("id_method: canonical_id");
        config = config with
        {
            Unification = config.Unification with
            {
                Keys = [new() { Name = "customer_id", InvalidTexts = [""] }, new() { Name = "phone", ValidRegexp = ".", InvalidTexts = [""] }],
                Master = [],
                Tables = [new() { Name = "shop_customers" }],
            },
        };
        var run = new UnificationRun(_tables, config, TinyClient.Schemas);
        static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
        var values = rows.Select(r => keys(r) is var k ? $"({Text(k.Id)}, {Text(k.Name)}, {Text(truth(r))}, BIGINT '1')" : "");
        await run.Project(1).RunAsync(
            "DROP TABLE IF EXISTS tiny_stg.shop_customers_stg;\nCREATE TABLE tiny_stg.shop_customers_stg AS "
            + $"SELECT customer_id, 'none' AS email, phone, city, time FROM (VALUES {string.Join(", ", values)}) AS t (customer_id, phone, city, time)");
        var sql = await run.RunAsync(1_735_700_000);
        var found = new PairCounts(await sql.RowsAsync("SELECT COALESCE(unified_id, CAST(uuid() AS varchar)), city FROM shop_customers_stg_enriched"));

        Assert.Equal(
            PairCounts.ByUnionFind(rows.Select(r => ((IReadOnlyList<string>)Keys(keys(r)), truth(r)))),
            found);
        return found;

        static List<string> Keys((string Id, string Name) k) =>
            [.. new[] { ("id:", k.Id.Trim()), ("name:", k.Name.Trim()) }.Where(x => x.Item2.Length > 0).Select(x => x.Item1 + x.Item2)];
    }

    /// <summary>A key of several fields, where none is empty.</summary>
    private static string Whole(string[] fields, string between) => fields.Any(string.IsNullOrEmpty) ? string.Empty : string.Join(between, fields);

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}
