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
        Assert.Null(new RuleProposer(null, false).Propose("t", Profile("member", "12", "13"), compared: true));

    [Fact]
    public void A_few_values_prove_nothing() =>
        Assert.Null(new RuleProposer(null, false).Propose("t", Profile("contact", "a@b.de", "c@d.de") with { Sample = ["a@b.de", "c@d.de"] }, false));

    [Theory]
    [InlineData("24/05/1971", "03/04/1980", true)]
    [InlineData("05/24/1971", "03/04/1980", false)]
    [InlineData("05/04/1971", "03/04/1980", null)]
    [InlineData("24/05/1971", "05/24/1980", null)]
    public void Which_comes_first_day_or_month_is_proposed_when_the_data_prove_it(string one, string two, bool? dayFirst) =>
        Assert.Equal(dayFirst, Of("birthday", one, two)?.DayFirst);

    [Theory]
    [InlineData("created_at", null, "dd MMM yyyy", "24 May 1971", "3 Jun 1980")]
    [InlineData("signup", ColumnClass.Date, "dd MMM yyyy", "24 May 1971", "3 Jun 1980")]
    [InlineData("seen_on", null, "MMM dd, yyyy hh:mm a", "May 24, 1971 10:30 PM", "Jun 3, 1980 1:05 am")]
    [InlineData("sent_at", null, "EEE, dd MMM yyyy HH:mm:ss Z", "Mon, 24 May 1971 10:30:00 GMT", "Tue, 3 Jun 1980 01:05:00 +0200")]
    [InlineData("order_date", null, "yyyyMMdd", "19710524", "19800603")]
    [InlineData("order_date", null, "yyyyMMddHHmmss", "19710524103000", "19800603010500")]
    [InlineData("order_date", null, "yyyy.MM.dd", "1971.05.24", "1980.06.03")]
    [InlineData("order_date", null, "dd-MMM-yy", "24-May-71", "03-Jun-80")]
    public void Forms_of_dates_that_are_not_read_by_themselves_are_proposed(string column, ColumnClass? rule, string format, string one, string two)
    {
        var proposal = Of(column, one, two)!;

        Assert.Equal((rule, format), (proposal.Rule, Assert.Single(proposal.Formats)));
    }

    [Fact]
    public void Of_several_forms_the_most_frequent_comes_first()
    {
        string[] texts = ["1971-05-24", "24 May 1971", "24 May 1972", "May 24, 1971"];
        var profile = Profile("born_on", "", "") with { Sample = [.. Enumerable.Range(0, 20).Select(n => texts[n % 4])] };

        Assert.Equal(["dd MMM yyyy", "MMM dd, yyyy"], new RuleProposer(null, false).Propose("t", profile, false)!.Formats.AsEnumerable());
    }

    [Theory]
    [InlineData("build", "20240524", "20240603")]
    [InlineData("order_date", "1716508800", "1716508801")]
    [InlineData("order_date", "1716508800123", "1716508801123")]
    [InlineData("order_date", "19711324", "19800699")]
    [InlineData("month", "May", "June")]
    public void What_is_read_anyway_or_may_be_something_else_gets_no_form(string column, string one, string two) =>
        Assert.True(Of(column, one, two)?.Formats.IsEmpty is not false);

    [Theory]
    [InlineData("points", ColumnClass.Numeric, true, "12,5", "1.234")]
    [InlineData("points", ColumnClass.Numeric, true, "1.234.567", "12")]
    [InlineData("price", null, true, "€ 1.234,50", "12,00 EUR")]
    [InlineData("points", ColumnClass.Numeric, null, "1234", "12")]
    public void A_decimal_comma_is_proposed_when_the_data_prove_it(string column, ColumnClass? rule, bool? comma, string one, string two)
    {
        var proposal = Of(column, one, two)!;

        Assert.Equal((rule, comma), (proposal.Rule, proposal.DecimalComma));
    }

    [Theory]
    [InlineData("price", "$ 1,234.50", "12.00")]
    [InlineData("price", "1.234,50", "1,234.50")]
    [InlineData("price", "1,234", "2.345")]
    public void Where_the_data_do_not_tell_or_the_point_is_the_sign_nothing_is_proposed(string column, string one, string two) =>
        Assert.Null(Of(column, one, two));

    [Fact]
    public void A_decimal_point_is_proposed_where_the_phase_says_comma() =>
        Assert.False(new RuleProposer(null, true).Propose("t", Profile("price", "$ 1,234.50", "12.00"), false)!.DecimalComma);

    [Fact]
    public void Keys_of_json_go_two_levels_deep() => Assert.Equal(
        ["$source", "loyalty.history[]", "loyalty.tier", "tags[]"],
        Of("properties", """{"$source":"x","loyalty":{"tier":"a","history":[1]},"tags":["n"],"a.b":1}""", """{"$source":null,"tags":null,"loyalty":{"tier":"b"}}""")!.Keys.ToArray());

    [Fact]
    public void The_evidence_tells_share_empty_rows_and_distinct_values() => Assert.Equal(
        "100 % e-mail, 0.2 % empty, about 540 distinct",
        new RuleProposer(null, false).Propose("t", Profile("contact", "a@b.de", "c@d.de") with { Rows = 1_000, Empty = 2, Distinct = 540 }, false)!.Evidence);

    private static ColumnProposal? Of(string column, string one, string two) =>
        new RuleProposer(null, false).Propose("t", Profile(column, one, two), compared: false);

    private static ColumnProfile Profile(string column, string one, string two) =>
        new(column, 100, 0, 2, [.. Enumerable.Range(0, 20).Select(n => n % 2 == 0 ? one : two)]);
}
