-- Generated from templates/unification/queries/result_key_stats.sql: persons, and how many values of each key they have.
-- A histogram reads "values:persons,values:persons".
-- DIGDAG_INSERT_LINE
WITH keys AS (
  SELECT n."table_name" AS "from_table", g."leader_ns", g."leader_id", g."follower_ns", g."follower_id"
  FROM "acme_unif"."acme_customer_360_household_graph__new" g
  CROSS JOIN UNNEST(g."follower_source_table_ids") AS t ("table_id")
  JOIN "acme_unif"."household_tables" n ON n."table_id" = t."table_id"
  UNION ALL
  SELECT '*' AS "from_table", "leader_ns", "leader_id", "follower_ns", "follower_id"
  FROM "acme_unif"."acme_customer_360_household_graph__new"
),
persons AS (
  SELECT
    "from_table",
    "leader_ns",
    "leader_id"
    , COUNT(DISTINCT CASE WHEN "follower_ns" = 1 THEN "follower_id" END) AS "n_email"
    , COUNT(DISTINCT CASE WHEN "follower_ns" = 2 THEN "follower_id" END) AS "n_phone"
  FROM keys
  GROUP BY "from_table", "leader_ns", "leader_id"
),
totals AS (
  SELECT
    "from_table",
    COUNT(*) AS "total_distinct"
    , COUNT(CASE WHEN "n_email" > 0 THEN 1 END) AS "distinct_with_email"
    , COUNT(CASE WHEN "n_phone" > 0 THEN 1 END) AS "distinct_with_phone"
  FROM persons
  GROUP BY "from_table"
),
histogram_1 AS (
  SELECT "from_table", array_join(array_agg(CAST("n" AS varchar) || ':' || CAST("c" AS varchar) ORDER BY "n"), ',') AS "histogram"
  FROM (
    SELECT "from_table", "n_email" AS "n", COUNT(*) AS "c"
    FROM persons
    WHERE "n_email" > 0
    GROUP BY "from_table", "n_email"
  ) counted
  GROUP BY "from_table"
),
histogram_2 AS (
  SELECT "from_table", array_join(array_agg(CAST("n" AS varchar) || ':' || CAST("c" AS varchar) ORDER BY "n"), ',') AS "histogram"
  FROM (
    SELECT "from_table", "n_phone" AS "n", COUNT(*) AS "c"
    FROM persons
    WHERE "n_phone" > 0
    GROUP BY "from_table", "n_phone"
  ) counted
  GROUP BY "from_table"
)
SELECT
  t."from_table",
  t."total_distinct",
  t."distinct_with_email",
  h1."histogram" AS "histogram_email",
  t."distinct_with_phone",
  h2."histogram" AS "histogram_phone",
  CAST(${session_unixtime} AS bigint) AS "time"
FROM totals t
LEFT JOIN histogram_1 h1 ON h1."from_table" = t."from_table"
LEFT JOIN histogram_2 h2 ON h2."from_table" = t."from_table"
WHERE NOT EXISTS (SELECT 1 FROM "acme_unif"."household_result_key_stats" WHERE "time" = CAST(${session_unixtime} AS bigint))
