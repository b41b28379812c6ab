using System.Collections.Frozen;

namespace Cdp.Trino.Hive;

/// <summary>What Hive knows and is not run here. Every other name is an unknown function there too.</summary>
internal static class HiveKnownFunctions
{
    private static readonly FrozenSet<string> Names = """
        aes_encrypt aes_decrypt approx_distinct array_union array_intersect array_except array_remove bloom_filter bround
        cardinality_violation character_length collect_list collect_set compute_stats context_ngrams create_union cume_dist
        current_authorizer current_groups current_user dboutput deserialize enforce_constraint ewah_bitmap ewah_bitmap_and
        ewah_bitmap_empty ewah_bitmap_or ext_current_user extract_union floor_week get_splits get_sql_schema grouping histogram_numeric
        in_bloom_filter in_file internal_interval java_method json_read likeall likeany logged_in_user matchpath murmur_hash
        ngrams noop nvl2 parse_url_tuple percentile_approx percentile_cont percentile_disc quote rand reflect reflect2
        regexp_instr regexp_substr replicate_rows restrict_information_schema sentences sha224 split_map_privs sq_count_check
        sort_array_by surrogate_key tumbling_window uuid version width_bucket windowingtablefunction xpath xpath_boolean
        xpath_double xpath_float xpath_int xpath_long xpath_number xpath_short xpath_string unbase64 timestamptz to_epoch_milli
        try_divide datetime_legacy_hybrid_calendar cast_format ds_cpc_estimate ds_hll_estimate regr_slope regr_intercept
        regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_syy regr_sxy
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(n => n != "nvl2" && n != "try_divide" && n != "sha224").ToFrozenSet();

    private static readonly FrozenSet<string> OfFour = new[]
    {
        "array_distinct", "array_union", "array_intersect", "array_except", "array_remove", "quote", "width_bucket", "percentile_cont", "percentile_disc",
    }.ToFrozenSet();

    public static bool Has(string name, HiveVersion version) => OfFour.Contains(name) ? version == HiveVersion.Four : Names.Contains(name) || name.StartsWith("ds_", StringComparison.Ordinal);
}
