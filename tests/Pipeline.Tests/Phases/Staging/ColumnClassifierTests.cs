using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging;

namespace Cdp.Pipeline.Tests.Phases.Staging;

public sealed class ColumnClassifierTests
{
    [Theory]
    [InlineData("email", "varchar", ColumnClass.Email)]
    [InlineData("billing_email", "varchar", ColumnClass.Email)]
    [InlineData("email_opt_in", "bigint", ColumnClass.Numeric)]
    [InlineData("email_status", "varchar", ColumnClass.String)]
    [InlineData("email_id", "varchar", ColumnClass.String)]
    [InlineData("phone", "varchar", ColumnClass.Phone)]
    [InlineData("phone_number", "bigint", ColumnClass.Phone)]
    [InlineData("phone_number", "double", ColumnClass.Phone)]
    [InlineData("mobile", "varchar", ColumnClass.Phone)]
    [InlineData("phone_type", "varchar", ColumnClass.String)]
    [InlineData("mobile_app", "varchar", ColumnClass.String)]
    [InlineData("time", "bigint", ColumnClass.Keep)]
    [InlineData("record_origin", "varchar", ColumnClass.Keep)]
    [InlineData("created_at", "varchar", ColumnClass.Date)]
    [InlineData("created_at", "bigint", ColumnClass.Date)]
    [InlineData("created", "varchar", ColumnClass.Date)]
    [InlineData("order_date", "varchar", ColumnClass.Date)]
    [InlineData("datetime", "varchar", ColumnClass.Date)]
    [InlineData("seen_on", "double", ColumnClass.Date)]
    [InlineData("born", "timestamp(3)", ColumnClass.Date)]
    [InlineData("update_count", "bigint", ColumnClass.Numeric)]
    [InlineData("mandate", "varchar", ColumnClass.String)]
    [InlineData("price", "double", ColumnClass.Numeric)]
    [InlineData("total_price", "varchar", ColumnClass.Numeric)]
    [InlineData("tax_id", "varchar", ColumnClass.String)]
    [InlineData("discount_code", "varchar", ColumnClass.String)]
    [InlineData("is_active", "varchar", ColumnClass.Boolean)]
    [InlineData("has_orders", "bigint", ColumnClass.Boolean)]
    [InlineData("active", "boolean", ColumnClass.Boolean)]
    [InlineData("properties", "varchar", ColumnClass.Json)]
    [InlineData("raw_json", "varchar", ColumnClass.Json)]
    [InlineData("tags", "array(varchar)", ColumnClass.Array)]
    [InlineData("city", "varchar", ColumnClass.String)]
    public void Kinds_are_found_by_name_and_type(string name, string type, ColumnClass expected) =>
        Assert.Equal(expected, ColumnClassifier.Classify(name, type));

    [Theory]
    [InlineData("id", true)]
    [InlineData("customer_id", true)]
    [InlineData("paid", false)]
    public void Ids_keep_their_case(string name, bool expected) => Assert.Equal(expected, ColumnClassifier.IsIdentifier(name));
}
