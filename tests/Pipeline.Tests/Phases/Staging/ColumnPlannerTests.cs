using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Phases.Staging;
using Cdp.Pipeline.Ports;

namespace Cdp.Pipeline.Tests.Phases.Staging;

public sealed class ColumnPlannerTests
{
    private static readonly StagingTableConfig _plain = new() { Name = "shop_orders" };

    [Fact]
    public void An_email_has_four_outputs_and_a_date_four()
    {
        var outputs = Plan(_plain, "email varchar", "created_at varchar").SelectMany(p => p.Outputs).Select(o => o.Name);

        Assert.Equal(
            ["email", "email_std", "email_hash", "email_valid", "created_at", "created_at_std", "created_at_unixtime", "created_at_date"],
            outputs);
    }

    [Fact]
    public void A_derived_name_that_the_source_has_already_gets_a_number()
    {
        var outputs = Plan(_plain, "email varchar", "email_std varchar").SelectMany(p => p.Outputs).Select(o => o.Name).ToList();

        Assert.Equal(outputs.Count, outputs.Distinct().Count());
        Assert.Contains("email_std__2", outputs);
    }

    [Fact]
    public void Keys_of_json_become_lower_case_names_without_odd_characters()
    {
        var table = _plain with
        {
            Columns = _plain.Columns.Add("properties", new() { Keys = ["$value", "Billing Address.Zip-Code", "tags[]"] }),
        };

        var outputs = Plan(table, "properties varchar")[0].Outputs;

        Assert.Equal(["properties", "properties_value", "properties_billing_address_zip_code", "properties_tags"], outputs.Select(o => o.Name));
        Assert.Equal(["Billing Address", "Zip-Code"], outputs[2].JsonPath.AsEnumerable());
        Assert.Equal("array(varchar)", outputs[3].Type);
    }

    [Fact]
    public void A_column_can_be_renamed_dropped_and_ruled_otherwise()
    {
        var table = _plain with
        {
            Columns = _plain.Columns
                .Add("mail", new() { Rule = ColumnClass.Email, Rename = "email" })
                .Add("junk", new() { Drop = true }),
        };

        var outputs = Plan(table, "mail varchar", "junk varchar").SelectMany(p => p.Outputs).Select(o => o.Name);

        Assert.Equal(["email", "email_std", "email_hash", "email_valid"], outputs);
    }

    [Fact]
    public void Types_are_those_that_tables_of_td_hold()
    {
        var types = Plan(
            _plain,
            "a boolean", "b date", "c timestamp(3)", "d decimal(10, 2)", "e integer", "f array(varchar)", "g map(varchar,varchar)", "h real")
            .SelectMany(p => p.Outputs).Select(o => o.Type).Distinct();

        Assert.Equal(["array(varchar)", "bigint", "double", "varchar"], types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_four_hundred_columns_the_keys_stay_and_keys_of_json_go()
    {
        var columns = Enumerable.Range(0, 398).Select(n => $"c{n} varchar").Append("email varchar").Append("order_id varchar").ToArray();
        var plans = Plan(_plain, columns);

        var outputs = OutputLimit.Choose(plans, [], new() { Keys = ["c397"] }, new HashSet<string> { "c396" });

        Assert.Equal(200, outputs.Kept.Length);
        Assert.Superset(
            new HashSet<string> { "c396", "c397", "email", "email_std", "email_hash", "email_valid", "order_id", "keyhash" },
            outputs.Kept.Select(o => o.Name).ToHashSet());
        Assert.Equal(403 + 4 - 200, outputs.LeftOut.Length);
    }

    private static IReadOnlyList<ColumnPlan> Plan(StagingTableConfig table, params string[] columns) =>
        new ColumnPlanner(new(), table, new HashSet<string>()).Plan([.. columns.Select(c => new ColumnDescription(c.Split(' ')[0], c[(c.IndexOf(' ') + 1)..]))]);
}
