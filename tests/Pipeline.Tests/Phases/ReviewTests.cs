namespace Cdp.Pipeline.Tests.Phases;

/// <summary>Settings of staging and unification that are wrong although each is of the right form.</summary>
public sealed class ReviewTests
{
    private const string Start = """
        client: acme
        ingestion:
          start_date: 2024-01-01T00:00:00.000000
          end_date: 2025-01-01T00:00:00.000000
          incremental_field: updated_at
          sources:
            - source_name: shop
              connector: shopify_v2
              parameters: { td_authentication_id: "1" }
              objects:
                - { name: customers, parameters: { target: customers } }

        """;

    [Theory]
    [InlineData("staging: { country: XX }", "no calling code for the country 'XX'")]
    [InlineData("staging: { tables: [{ name: shop_customers, depends_on: shop_custmers }] }", "'shop_custmers' is not another staging table")]
    [InlineData("staging: { tables: [{ name: shop_customers, columns: { a: { formats: [QQ] } } }] }", "the letter 'Q'")]
    public void Staging(string yaml, string message) => Refused($"{yaml}\nunification: {{ name: customer_360 }}", message);

    [Theory]
    [InlineData("keys: [email, email]", "two keys 'email'")]
    [InlineData("keys: [{ name: email, valid_regexp: '(' }]", "'(' is not a regular expression")]
    [InlineData("keys: [email, phone], merge_by_keys: [email]", "must hold each key once: email, phone")]
    [InlineData("tables: [{ name: shop_customers, key_columns: [{ column: email_std, key: emial }] }]", "no key 'emial'. Did you mean 'email'?")]
    [InlineData("master: [{ name: city, source_columns: [{ table: shop_customer }] }]", "'shop_customer' is not unified. Did you mean 'shop_customers'?")]
    public void Unification(string yaml, string message) => Refused($"unification: {{ name: customer_360, {yaml} }}", message);

    private static void Refused(string yaml, string message) =>
        Assert.Contains(message, Assert.Throws<PipelineException>(() => Project.Load(Start + yaml)).Message, StringComparison.Ordinal);
}
