-- Generated from templates/unification/queries/result_key_stats.sql: persons, and how many values of each key they have.
-- A histogram reads "values:persons,values:persons".
-- DIGDAG_INSERT_LINE
WITH keys AS (
  SELECT n."table_name" AS "from_table", g."leader_ns", g."leader_id", g."follower_ns", g."follower_id"
  FROM "acme_unif"."acme_customer_360_unified_id_graph__new" g
  CROSS JOIN UNNEST(g."follower_source_table_ids") AS t ("table_id")
  JOIN "acme_unif"."unified_id_tables" n ON n."table_id" = t."table_id"
  UNION ALL
  SELECT '*' AS "from_table", "leader_ns", "leader_id", "follower_ns", "follower_id"
  FROM "acme_unif"."acme_customer_360_unified_id_graph__new"
),
persons AS (
  SELECT
    "from_table",
    "leader_ns",
    "leader_id"
    , COUNT(DISTINCT CASE WHEN "follower_ns" = 3 THEN "follower_id" END) AS "n_customer_id"
    , COUNT(DISTINCT CASE WHEN "follower_ns" = 4 THEN "follower_id" END) AS "n_household"
  FROM keys
  GROUP BY "from_table", "leader_ns", "leader_id"
),
totals AS (
  SELECT
    "from_table",
    COUNT(*) AS "total_distinct"
    , COUNT(CASE WHEN "n_customer_id" > 0 THEN 1 END) AS "distinct_with_customer_id"
    , COUNT(CASE WHEN "n_household" > 0 THEN 1 END) AS "distinct_with_household"
  FROM persons
  GROUP BY "from_table"
),
histogram_3 AS (
  SELECT "from_table", array_join(array_agg(CAST("n" AS varchar) || ':' || CAST("c" AS varchar) ORDER BY "n"), ',') AS "histogram"
  FROM (
    SELECT "from_table", "n_customer_id" AS "n", COUNT(*) AS "c"
    FROM persons
    WHERE "n_customer_id" > 0
    GROUP BY "from_table", "n_customer_id"
  ) counted
  GROUP BY "from_table"
),
histogram_4 AS (
  SELECT "from_table", array_join(array_agg(CAST("n" AS varchar) || ':' || CAST("c" AS varchar) ORDER BY "n"), ',') AS "histogram"
  FROM (
    SELECT "from_table", "n_household" AS "n", COUNT(*) AS "c"
    FROM persons
    WHERE "n_household" > 0
    GROUP BY "from_table", "n_household"
  ) counted
  GROUP BY "from_table"
)
SELECT
  t."from_table",
  t."total_distinct",
  t."distinct_with_customer_id",
  h3."histogram" AS "histogram_customer_id",
  t."distinct_with_household",
  h4."histogram" AS "histogram_household",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM totals t
LEFT JOIN histogram_3 h3 ON h3."from_table" = t."from_table"
LEFT JOIN histogram_4 h4 ON h4."from_table" = t."from_table"
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."unified_id_result_key_stats" WHERE "time" = CAST(${session_unixtime} AS bigint))
