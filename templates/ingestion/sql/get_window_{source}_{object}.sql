-- Before the first watermark of its own, the window begins at the newest row that the table has already.
SELECT
  "w"."watermark" AS "watermark",
  "w"."watermark" - ${datasource.overlap_seconds} AS "window_from",
  ${session_unixtime} AS "window_to"
FROM (
  SELECT COALESCE(
    (SELECT MAX("inc_value") FROM {{ inc_log }}
     WHERE "project_name" = 'ingestion' AND "database_name" = '{{ database }}' AND "table_name" = '{{ table }}'),
    (SELECT MAX(TD_TIME_PARSE(CAST({{ column }} AS varchar))) FROM {{ qualified_table }}),
    ${datasource.default_start_unixtime}) AS "watermark"
) "w"
