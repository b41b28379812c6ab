-- Generated from templates/unification/enrich/queries/execute_join_hive.sql: the same for tables with `engine: hive`.
-- DIGDAG_INSERT_LINE
SELECT ${tables[td.each.n].hive_columns}, l.`unified_id`
FROM (
  SELECT s.*, ${tables[td.each.n].hive_first_id} AS first_id, ${tables[td.each.n].hive_first_type} AS first_type
  FROM (
    SELECT ${tables[td.each.n].hive_masked_columns}
    FROM ${tables[td.each.n].hive_from}
  ) s
) s
LEFT JOIN `acme_unif`.`acme_customer_360_unified_id_lookup` l
  ON l.id = s.first_id AND l.id_key_type = s.first_type
