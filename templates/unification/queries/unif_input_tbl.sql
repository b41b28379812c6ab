-- Generated from templates/unification/queries/unif_input_tbl.sql.
-- All keys of all tables side by side: valid, neither excluded nor shared by too many, one row per combination and table.
-- "time" is when the combination came or was last seen anew; "first_seen" never moves forward.
WITH {{ include 'parts/wide.sql' }}
kept AS (
  SELECT
    "source",
    "table_id",
{{~ for alias in text.kept_aliases ~}}
    {{ alias }},
{{~ end ~}}
    "first_seen",
    "last_seen"
  FROM wide
),
combinations AS (
  SELECT
    "source",
    "table_id",
    {{ text.aliases | array.join ', ' }},
    MIN("first_seen") AS "first_seen",
    MAX("last_seen") AS "last_seen"
  FROM kept
  WHERE {{ text.any_alias }}
  GROUP BY "source", "table_id", {{ text.aliases | array.join ', ' }}
),
named AS (
  SELECT *, {{ text.record_name }} AS "prep_id"
  FROM combinations
)
SELECT
  n."prep_id",
{{~ for alias in text.aliases ~}}
  n.{{ alias }},
{{~ end ~}}
  n."source",
  n."table_id",
  LEAST(n."first_seen", COALESCE(o."first_seen", n."first_seen")) AS "first_seen",
  GREATEST(n."last_seen", COALESCE(o."last_seen", n."last_seen")) AS "last_seen",
  COALESCE(o."ingest_time", {{ plan.run }}) AS "ingest_time",
  CASE WHEN o."last_seen" >= n."last_seen" THEN o."time" ELSE {{ plan.run }} END AS "time"
FROM named n
LEFT JOIN {{ text.prep }} o ON o."prep_id" = n."prep_id"
