using System.Collections.Immutable;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging.Profiling;

namespace Cdp.Pipeline.Tests.Phases.Staging.Profiling;

public sealed class ProposedConfigTests
{
    private static readonly ColumnProposal _email = new("shop_customers", "contact", ColumnClass.Email, "99.8 % e-mail");
    private static readonly ColumnProposal _json = new("shop_orders", "cart", ColumnClass.Json, "100 % JSON") { Keys = ["$value", "items[]", "a \"b\"", "on"] };

    [Fact]
    public void Lines_come_under_columns_and_all_else_stays_byte_for_byte()
    {
        const string Before = """
            client: acme   # ours
            staging:
              # once
              profile: true     # look at the data
              tables:
                - name: shop_customers      # people
                  columns:                  # single ones
                    # by hand
                    total:   numeric
                - shop_orders  # short
                - dedupe: { keys: id }
                  name: shop_products
                  columns:
            # the end, without a line's end
            """;

        var after = Of(Before, _email, _json, _email with { Table = "shop_products" }).Text;

        Assert.Equal(
            """
            client: acme   # ours
            staging:
              # once
              profile: false     # look at the data
              tables:
                - name: shop_customers      # people
                  columns:                  # single ones
                    contact: email  # 99.8 % e-mail
                    # by hand
                    total:   numeric
                - name: shop_orders  # short
                  columns:
                    cart: { rule: json, keys: [$value, "items[]", "a \"b\"", "on"] }  # 100 % JSON
                - dedupe: { keys: id }
                  name: shop_products
                  columns:
                    contact: email  # 99.8 % e-mail
            # the end, without a line's end
            """,
            after);
    }

    [Fact]
    public void A_file_that_names_no_tables_names_all_of_them_then() => Assert.Equal(
        """
        staging:
          profile: false
          tables:
            - name: shop_customers
              columns:
                contact: email  # 99.8 % e-mail
            - name: shop_orders
          parallel: 2
        """,
        Of("staging:\n  profile: true\n  parallel: 2", _email).Text);

    [Fact]
    public void Ends_of_lines_are_the_files_own()
    {
        var after = Of("staging:\r\n  profile: true\r\n  tables:\r\n    - name: shop_customers\r\n", _email).Text;

        Assert.Equal("staging:\r\n  profile: false\r\n  tables:\r\n    - name: shop_customers\r\n      columns:\r\n        contact: email  # 99.8 % e-mail\r\n", after);
    }

    [Fact]
    public void The_table_of_an_environment_gets_its_lines_there() => Assert.Equal(
        """
        staging:
          tables: [shop_orders]
        environments:
          dev:
            staging:
              profile: false
              tables:
                - name: shop_customers
                  columns:
                    contact: email  # 99.8 % e-mail
          prod: { staging: { profile: true } }
        """,
        Of(
            """
            staging:
              tables: [shop_orders]
            environments:
              dev:
                staging:
                  profile: true
                  tables:
                    - name: shop_customers
              prod: { staging: { profile: true } }
            """,
            _email).Text);

    [Theory]
    [InlineData("staging:\n  profile: true\n  tables: [shop_customers, shop_orders]\n")]
    [InlineData("staging:\n  profile: true\n  tables:\n    - { name: shop_customers }\n")]
    [InlineData("staging:\n  profile: true\n  tables:\n    - name: shop_customers\n      columns: { total: numeric }\n")]
    [InlineData("staging: { profile: true }\n")]
    [InlineData("x: &t\n  name: shop_customers\n  columns: &c\n    total: numeric\nstaging:\n  profile: true\n  tables:\n    - *t\n")]
    public void What_is_in_braces_or_shared_is_left_for_a_person(string before)
    {
        var after = Of(before, _email);

        Assert.Same(_email, Assert.Single(after.Left));
        Assert.Equal(before.Replace("profile: true", "profile: false", StringComparison.Ordinal), after.Text);
    }

    [Theory]
    [InlineData("staging:\n  profile: false\n")]
    [InlineData("staging:\n  tables:\n")]
    [InlineData("staging: [\n")]
    [InlineData("")]
    public void A_file_that_does_not_ask_is_not_changed(string before) =>
        Assert.Null(ProposedConfig.Of(before, "dev", ["shop_customers"], [_email]));

    private static ProposedConfig Of(string text, params ImmutableArray<ColumnProposal> proposals) =>
        ProposedConfig.Of(text, "dev", ["shop_customers", "shop_orders"], proposals)!;
}
