using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Profiling;

namespace Cdp.Pipeline.Tests.Phases.Staging.Profiling;

public sealed class RuleProposerTests
{
    [Theory]
    [InlineData("contact", ColumnClass.Email, "ann@example.com", "bob@mail.example.org")]
    [InlineData("details", ColumnClass.Email, "ann@example.com", "bob@mail.example.org", true)]
    [InlineData("customer_id", ColumnClass.Email, "ann@example.com", "bob@mail.example.org")]
    [InlineData("reachable", ColumnClass.Phone, "+49 30 901820", "(415) 555-0132")]
    [InlineData("signup", ColumnClass.Date, "2024-05-24", "2024-06-01T10:00:00Z")]
    [InlineData("points", ColumnClass.Numeric, "12", "1,234.50")]
    [InlineData("newsletter", ColumnClass.Boolean, "yes", "No")]
    [InlineData("payload", ColumnClass.Json, "{\"a\":1}", "{\"a\":2}")]
    [InlineData("is_gift_note", ColumnClass.String, "With love from us all", "Happy birthday")]
    [InlineData("email", ColumnClass.String, "opted in", "opted out")]
    public void The_data_overrule_the_name(string column, ColumnClass rule, string one, string two, bool unless = false) =>
        Assert.Equal(unless ? null : rule, Of(column, one, two)?.Rule);

    [Theory]
    [InlineData("email", "ann@example.com", "bob@example.org")]
    [InlineData("city", "London", "Hull")]
    [InlineData("created_at", "2024-05-24", "2024-06-01T10:00:00Z")]
    [InlineData("updated_at", "1716508800", "1716508801")]
    [InlineData("phone", "4155550132", "4155550133")]
    [InlineData("zip", "94107", "10001")]
    [InlineData("branch", "0123", "0456")]
    [InlineData("order_id", "1001", "1002")]
    [InlineData("is_member", "0", "1")]
    [InlineData("price", "$ 1.20", "EUR 3")]
    [InlineData("mixed", "2024-05-24", "later")]
    public void Nothing_is_proposed_where_name_and_data_agree_or_digits_are_a_code(string column, string one, string two) =>
        Assert.Null(Of(column, one, two));

    [Fact]
    public void A_key_of_rows_or_persons_stays_a_text() =>
        Assert.Null(new RuleProposer(null).Propose("t", Profile("member", "12", "13"), compared: true));

    [Fact]
    public void A_few_values_prove_nothing() =>
        Assert.Null(new RuleProposer(null).Propose("t", Profile("contact", "a@b.de", "c@d.de") with { Sample = ["a@b.de", "c@d.de"] }, false));

    [Theory]
    [InlineData("24/05/1971", "03/04/1980", true)]
    [InlineData("05/24/1971", "03/04/1980", false)]
    [InlineData("05/04/1971", "03/04/1980", null)]
    [InlineData("24/05/1971", "05/24/1980", null)]
    public void Which_comes_first_day_or_month_is_proposed_when_the_data_prove_it(string one, string two, bool? dayFirst) =>
        Assert.Equal(dayFirst, Of("birthday", one, two)?.DayFirst);

    [Fact]
    public void Keys_of_json_go_two_levels_deep() => Assert.Equal(
        ["$source", "loyalty.history[]", "loyalty.tier", "tags[]"],
        Of("properties", """{"$source":"x","loyalty":{"tier":"a","history":[1]},"tags":["n"],"a.b":1}""", """{"$source":null,"tags":null,"loyalty":{"tier":"b"}}""")!.Keys.ToArray());

    [Fact]
    public void The_evidence_tells_share_empty_rows_and_distinct_values() => Assert.Equal(
        "100 % e-mail, 0.2 % empty, about 540 distinct",
        new RuleProposer(null).Propose("t", Profile("contact", "a@b.de", "c@d.de") with { Rows = 1_000, Empty = 2, Distinct = 540 }, false)!.Evidence);

    private static ColumnProposal? Of(string column, string one, string two) =>
        new RuleProposer(null).Propose("t", Profile(column, one, two), compared: false);

    private static ColumnProfile Profile(string column, string one, string two) =>
        new(column, 100, 0, 2, [.. Enumerable.Range(0, 20).Select(n => n % 2 == 0 ? one : two)]);
}
