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
    [InlineData("ids: [{ name: household, merge_by_keys: [email] }], merge_by_keys: [phone]", "Nothing is merged by the id 'household'. Name it in merge_by_persistent_ids")]
    [InlineData("ids: [{ name: household, merge_by_keys: [emial] }], merge_by_keys: [phone], merge_by_persistent_ids: [household]", "There is no key 'emial'. Did you mean 'email'?")]
    [InlineData("ids: [{ name: household, merge_by_keys: [email] }], merge_by_keys: [phone], merge_by_persistent_ids: [houshold]", "There is no id 'houshold'. Did you mean 'household'?")]
    [InlineData("ids: [{ name: household, merge_by_keys: [email] }], merge_by_keys: [phone], merge_by_canonical_ids: [household]", "are merged by merge_by_persistent_ids")]
    [InlineData("ids: [{ name: household, merge_by_keys: [email] }], merge_by_keys: [], merge_by_persistent_ids: [household]", "needs a key in merge_by_keys, or two ids at least")]
    [InlineData("ids: [{ name: a, merge_by_keys: [email], merge_by_persistent_ids: [b] }, { name: b, merge_by_keys: [email], merge_by_persistent_ids: [a] }], merge_by_keys: [phone], merge_by_persistent_ids: [a]", "in a circle")]
    [InlineData("ids: [{ name: phone, merge_by_keys: [email] }], merge_by_keys: [phone], merge_by_persistent_ids: [phone]", "a key or an id 'phone' already")]
    [InlineData("ids: [{ name: household, merge_by_keys: [email], source_tables: [shop_customer] }], merge_by_keys: [phone], merge_by_persistent_ids: [household]", "'shop_customer' is not unified")]
    [InlineData("engine: hosted, ids: [{ name: household, merge_by_keys: [email] }], merge_by_keys: [phone], merge_by_persistent_ids: [household]", "With engine: hosted one id is found")]
    [InlineData("ids: [{ name: household, merge_by_keys: [email] }], merge_by_keys: [email], merge_by_persistent_ids: [household]", "No id is merged by the key 'phone'")]
    [InlineData("ids: [{ name: household, merge_by_keys: [email] }], merge_by_persistent_ids: [household]", "say in merge_by_keys which keys")]
    public void Unification(string yaml, string message) => Refused($"unification: {{ name: customer_360, {yaml} }}", message);

    private static void Refused(string yaml, string message) =>
        Assert.Contains(message, Assert.Throws<PipelineException>(() => Project.Load(Start + yaml)).Message, StringComparison.Ordinal);
}
