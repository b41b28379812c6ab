using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Configuration;
using Cdp.Pipeline.Gates;
using Cdp.Pipeline.Tests.Phases;

namespace Cdp.Pipeline.Tests.Gates;

/// <summary>UN-06 and UN-10 over a unify.yml that has every field: each rule of cdp_phases §2.2, broken once.</summary>
public class UnifyFileTests
{
    private const string Whole = """
        name: customer_360
        keys:
          - name: email
            valid_regexp: "@"
            invalid_texts: ["", null, "n/a"]
          - name: phone
          - {name: td_client_id}
        tables:
          - database: acme_stg
            table: orders
            as: shop_orders
            incremental_columns: [time]
            key_columns:
              - {column: email, key: email}
              - {column: billing_email, key: email}
              - {column: phone, key: phone}
          - database: acme_stg
            table: events
            key_columns:
              - {column: td_client_id, key: td_client_id}
              - {column: email, key: email}
          - database: acme_stg
            table: calls
            key_columns: [{column: phone, key: phone}]
        canonical_ids:
          - name: household
            merge_by_keys: [email]
            do_not_merge_key: email
          - name: account
            merge_by_keys: [phone]
          - name: family
            merge_by_canonical_ids: [household, account]
            source_tables: [shop_orders, calls]
            merge_iterations: 49
            incremental_merge_iterations: 1
        persistent_ids:
          - name: device
            merge_by_keys: [td_client_id, time]
          - name: person
            merge_by_keys: [email]
            merge_by_persistent_ids: [device]
        master_tables:
          - name: families
            canonical_id: family
            attributes:
              - name: city
                array_elements: 10
                valid_regexp: "."
                invalid_texts: [null]
                source_columns:
                  - {table: shop_orders, order: first, order_by: created_at, priority: 1}
                  - {table: calls, column: town, order: last, priority: 2}
              - name: household
                source_canonical_id: household
              - name: device
                source_persistent_id: device
        """;

    private static readonly SampleScope _sample = new(Project.SampleConfig());

    private static readonly GateScope _scope = _sample.Of(Phase.Unification);

    /// <summary>What is found, what stands in its place, and what is said, with line and column.</summary>
    public static TheoryData<string, string, string> Slips { get; } = new()
    {
        // The file's own fields.
        { "name: customer_360", "name: customer-360", "1:7: name cannot be 'customer-360'" },
        { "name: customer_360", "name:", "1:1: There is no name." },
        { "name: customer_360", "name: c\nfilters: []", "2:1: unify.yml has no field 'filters'." },
        { "name: customer_360", "name: c\nname: d", "2:1: name is written twice." },
        { "name: customer_360", "name: [c]", "1:7: name must be a name." },
        { "master_tables:", "master_table:", "42:1: unify.yml has no field 'master_table'. Did you mean 'master_tables'?" },

        // Keys.
        { "  - name: phone", "  - name: 1phone", "6:11: name cannot be '1phone'" },
        { "  - name: phone", "  - name: email", "6:11: keys has two items with the name email." },
        { "  - name: phone", "  - name: phone\n  - name: fax", "7:5: No table has a column for the key fax." },
        { "  - name: phone", "  - phone", "6:5: keys must hold maps only." },
        { "    invalid_texts: [\"\"", "    invalid_text: [\"\"", "5:5: An item of keys has no field 'invalid_text'. Did you mean 'invalid_texts'?" },
        { "invalid_texts: [\"\", null, \"n/a\"]", "invalid_texts: none", "5:20: invalid_texts must be a list of texts." },
        { "invalid_texts: [\"\", null, \"n/a\"]", "invalid_texts: [[a]]", "5:21: invalid_texts must hold texts only." },
        { "invalid_texts: [\"\", null, \"n/a\"]", $"invalid_texts: [{Many("t", 128)}]", "5:20: invalid_texts has 128 items; 127 are possible." },
        { "valid_regexp: \"@\"", "valid_regexp: [\"@\"]", "4:19: valid_regexp must be a text." },
        { "valid_regexp: \"@\"", $"valid_regexp: \"{new string('a', 513)}\"", "4:19: The expression has 513 characters; 512 are possible." },
        { "valid_regexp: \"@\"", "valid_regexp: \"(@\"", "4:19: The expression cannot be read" },
        { "\"n/a\"", $"\"{new string('x', 128)}\"", "5:31: The text has 128 characters; 127 are possible." },

        // Tables.
        { "- database: acme_stg\n    table: orders", "- table: orders", "9:5: There is no database." },
        { "    table: orders\n", "", "9:5: There is no table." },
        { "database: acme_stg\n    table: orders", "database: acme.stg\n    table: orders", "9:15: database cannot be 'acme.stg'" },
        { "as: shop_orders", "as: calls", "22:5: Two tables have the name calls." },
        { "incremental_columns: [time]", "incremental_columns: time", "12:26: incremental_columns must be a list of names." },
        { "incremental_columns: [time]", "incremental_columns: [time, time]", "12:33: incremental_columns names time twice." },
        { "incremental_columns: [time]", "incremental_columns: [\"the time\"]", "12:27: An item of incremental_columns cannot be 'the time'" },
        { "incremental_columns: [time]", $"incremental_columns: [{Many("c", 128)}]", "12:26: incremental_columns has 128 items; 127 are possible." },
        { "key_columns: [{column: phone, key: phone}]", "key_columns: []", "24:18: key_columns must be a list with an item at least." },
        { "key_columns: [{column: phone, key: phone}]", "engine: hive", "22:5: There is no key_columns." },
        { "key_columns: [{column: phone, key: phone}]", $"key_columns: [{string.Join(", ", Enumerable.Range(1, 33).Select(n => $"{{column: c{n}, key: phone}}"))}]", "24:18: key_columns has 33 items; 32 are possible." },
        { "key_columns: [{column: phone, key: phone}]", "key_columns: [{key: phone}]", "24:19: There is no column." },
        { "key_columns: [{column: phone, key: phone}]", "key_columns: [{column: phone}]", "24:19: There is no key." },
        { "key_columns: [{column: phone, key: phone}]", "key_columns: [{column: phone, key: phones}]", "24:40: The table names the key phones, which there is not. Did you mean 'phone'?" },

        // Ids.
        { "  - name: account", "  - name: household", "29:11: canonical_ids has two items with the name household." },
        { "merge_by_keys: [phone]", "merge_by_keys: [fax]", "30:21: There is no key fax." },
        { "merge_by_keys: [phone]", "merge_by_keys: [phone, phone]", "30:28: merge_by_keys names phone twice." },
        { "merge_by_keys: [phone]", "merge_by_keys: [phone, time]", "30:28: There is no key time." },
        { "merge_by_keys: [phone]", "merge_by_keys: []", "29:5: The id needs a key in merge_by_keys, or two ids at least in merge_by_canonical_ids." },
        { "merge_by_keys: [phone]", $"merge_by_keys: [{Many("k", 65)}]", "30:20: merge_by_keys has 65 items; 64 are possible." },
        { "merge_by_canonical_ids: [household, account]", "merge_by_canonical_ids: [household]", "31:5: The id needs a key in merge_by_keys" },
        { "merge_by_canonical_ids: [household, account]", "merge_by_canonical_ids: [household, accounts]", "32:41: There is no canonical id accounts. Did you mean 'account'?" },
        { "merge_by_canonical_ids: [household, account]", "merge_by_canonical_ids: [household, family]", "32:29: The canonical id family is merged by itself." },
        { "merge_by_canonical_ids: [household, account]", $"merge_by_canonical_ids: [{Many("i", 65)}]", "32:29: merge_by_canonical_ids has 65 items; 64 are possible." },
        { "merge_by_canonical_ids: [household, account]", "merge_by_persistent_ids: [device, person]", "32:5: An item of canonical_ids has no field 'merge_by_persistent_ids'." },
        { "source_tables: [shop_orders, calls]", "source_tables: [orders]", "33:21: There is no table orders." },
        { "merge_iterations: 49", "merge_iterations: 50", "34:23: merge_iterations must be a whole number from 1 to 49." },
        { "merge_iterations: 49", "merge_iterations: 0", "34:23: merge_iterations must be a whole number from 1 to 49." },
        { "merge_iterations: 49", "merge_iterations: many", "34:23: merge_iterations must be a whole number from 1 to 49." },
        { "incremental_merge_iterations: 1", "incremental_merge_iterations: 50", "35:35: incremental_merge_iterations must be a whole number from 1 to 49." },
        { "do_not_merge_key: email", "do_not_merge_key: phone", "28:23: phone is not the first of merge_by_keys" },
        { "merge_by_keys: [td_client_id, time]", "merge_by_keys: [time]", "37:5: The id needs a key in merge_by_keys" },
        { "merge_by_keys: [td_client_id, time]", "merge_by_keys: [time, td_client_id, time]", "38:41: merge_by_keys names time twice." },
        { "merge_by_persistent_ids: [device]", "merge_by_persistent_ids: [household]", "41:31: There is no persistent id household." },
        { "merge_by_persistent_ids: [device]", "do_not_merge_key: email", "41:5: An item of persistent_ids has no field 'do_not_merge_key'." },

        // Master tables.
        { "  - name: families\n    canonical_id", "  - canonical_id", "43:5: There is no name." },
        { "    canonical_id: family\n", "", "43:5: A master table has exactly one of canonical_id and persistent_id." },
        { "    canonical_id: family\n", "    canonical_id: family\n    persistent_id: person\n", "43:5: A master table has exactly one of canonical_id and persistent_id." },
        { "    canonical_id: family\n", "    canonical_id: families\n", "44:19: There is no canonical id families." },
        { "    canonical_id: family\n", "    canonical_id: account\n    description: x\n", "45:5: An item of master_tables has no field 'description'." },
        { "    canonical_id: family\n", "    persistent_id: device\n", "51:13: shop_orders has no key of the persistent id device" },
        { "- name: device\n        source", "- name: city\n        source", "55:15: attributes has two items with the name city." },
        { "      - name: city\n", $"{string.Concat(Enumerable.Range(1, 510).Select(n => $"      - {{name: a{n}, source_canonical_id: household}}\n"))}      - name: city\n", "46:7: attributes has 513 items; 512 are possible." },
        { "array_elements: 10", "array_elements: 11", "47:25: array_elements must be a whole number from 1 to 10." },
        { "array_elements: 10", "array_elements: 0", "47:25: array_elements must be a whole number from 1 to 10." },
        { "valid_regexp: \".\"", "valid_regexp: \"(\"", "48:23: The expression cannot be read" },
        { "invalid_texts: [null]", $"invalid_texts: [{Many("t", 128)}]", "49:24: invalid_texts has 128 items; 127 are possible." },
        { "        source_canonical_id: household\n", "", "53:9: An attribute has exactly one of source_columns, source_canonical_id, source_persistent_id." },
        { "        source_canonical_id: household\n", "        source_canonical_id: household\n        source_persistent_id: device\n", "53:9: An attribute has exactly one of" },
        { "source_canonical_id: household", "source_canonical_id: device", "54:30: There is no canonical id device." },
        { "source_persistent_id: device", "source_persistent_id: devices", "56:31: There is no persistent id devices. Did you mean 'device'?" },
        { "{table: calls, column: town", "{table: call, column: town", "52:21: There is no table call. Did you mean 'calls'?" },
        { "{table: calls, column: town", "{column: town", "52:13: There is no table." },
        { "{table: calls, column: town", "{table: events, column: town", "" },
        { "order: last", "order: newest", "52:49: order must be first or last." },
        { "order_by: created_at", "order_by: \"created at\"", "51:58: order_by cannot be 'created at'" },
        { "priority: 2", "priority: 0", "52:65: priority must be a whole number from 1 on." },
        { "priority: 2", "priority: 1", "52:13: Two source_columns have the priority 1" },
        { ", order: last, priority: 2", "", "52:13: Of several source_columns each has a priority" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void What_the_service_refuses_is_told_with_its_place(string find, string replace, string message)
    {
        Assert.Contains(find, Whole, StringComparison.Ordinal);

        var said = Problems(Whole.Replace(find, replace, StringComparison.Ordinal));

        if (message.Length == 0)
        {
            Assert.Equal([], said);
        }
        else
        {
            Assert.Contains(said, s => s.StartsWith($"unification/config/unify.yml:{message}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_file_with_every_field_passes() => Assert.Equal([], Problems(Whole));

    [Fact]
    public void The_time_may_stand_among_the_keys_of_a_persistent_id()
    {
        var unify = _scope.Files["config/unify.yml"];
        var timed = unify.Replace("merge_by_keys: [email", "merge_by_keys: [time, email", StringComparison.Ordinal);
        Assert.NotEqual(unify, timed);

        var outcomes = _sample.Look(_scope with { Files = new Dictionary<string, string>(_scope.Files) { ["config/unify.yml"] = timed } });

        Assert.Equal([], outcomes.Where(o => o.Verdict is not CheckVerdict.Passed));
    }

    [Fact]
    public void What_is_no_map_is_no_unify_file() =>
        Assert.Equal(["unification/config/unify.yml:1:1: unify.yml must be a map with name, keys and tables."], Problems("- name: customer_360\n"));

    [Theory]
    [InlineData("keys")]
    [InlineData("tables")]
    public void Without_keys_or_tables_it_says_so(string section) =>
        Assert.Contains($"unification/config/unify.yml:1:1: There is no {section}.", Problems(Whole.Replace($"\n{section}:", $"\n{section[..^1]}:", StringComparison.Ordinal)));

    [Theory]
    [InlineData("tiny")]
    [InlineData("many_sources")]
    [InlineData("hive")]
    [InlineData("hosted")]
    [InlineData("wide")]
    public void What_is_generated_passes(string configuration) =>
        Assert.Equal([], Problems(File.ReadAllText(Repository.File($"tests/Pipeline.Tests/Phases/Golden/{configuration}/unification/config/unify.yml"))));

    private static string Many(string prefix, int count) => string.Join(", ", Enumerable.Range(1, count).Select(n => $"{prefix}{n}"));

    private static IEnumerable<string> Problems(string unify)
    {
        var scope = _scope with { Files = new Dictionary<string, string> { ["config/unify.yml"] = unify } };
        return from outcome in ((string[])["UN-06", "UN-10"]).SelectMany(id => _sample.Look(scope, id))
               where outcome.Verdict is not CheckVerdict.Passed
               select $"{outcome.Subject}: {outcome.Message}";
    }
}
