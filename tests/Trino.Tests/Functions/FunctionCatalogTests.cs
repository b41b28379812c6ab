namespace Cdp.Trino.Tests.Functions;

public sealed class FunctionCatalogTests
{
    [Fact]
    public void At_least_350_functions_and_operators_of_Trino_are_run_or_refused_by_name()
    {
        var names = FunctionCatalog.All.Select(f => f.Name).Distinct().Count();

        Assert.True(names >= 350, $"only {names}");
    }

    [Theory]
    [InlineData("td_time_parse", ".net")]
    [InlineData("td_time_range", "rewrite")]
    [InlineData("td_ip_to_city_name", "refused")]
    [InlineData("td_currency_conv", "refused")]
    [InlineData("smart_digest", "refused")]
    [InlineData("td_approx_most_frequent", "refused")]
    public void A_function_of_td_says_where_it_comes_from_and_how_it_is_done(string name, string mapping)
    {
        var found = FunctionCatalog.All.Where(f => f.Name == name).ToList();

        Assert.Contains(found, f => f.Mapping == mapping);
        Assert.All(found, f => Assert.Equal("Treasure Data", f.Source));
    }

    [Fact]
    public async Task What_stock_Trino_does_not_have_does_not_exist_there()
    {
        using var database = TrinoDatabase.Open(":memory:");
        database.CreateDatabase("shop");
        var context = new QueryContext { Database = "shop", Dialect = Dialect.Trino, Now = DateTimeOffset.UnixEpoch };

        var stock = await Assert.ThrowsAsync<TrinoException>(() => database.ExecuteAsync("SELECT smart_digest('x')", context, CancellationToken.None));
        var td = await Assert.ThrowsAsync<TrinoException>(() => database.ExecuteAsync("SELECT smart_digest('x')", context with { Dialect = Dialect.Td }, CancellationToken.None));

        Assert.Equal("FUNCTION_NOT_FOUND", stock.ErrorName);
        Assert.Equal(TrinoException.NotSupportedLocally, td.ErrorName);
    }
}
