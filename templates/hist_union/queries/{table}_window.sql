-- For each side: up to where it was copied (lo), and up to where it has rows now (hi).
SELECT
{{~ for side in sides ~}}
  "w"."{{ side.origin }}_lo" AS "{{ side.origin }}_lo",
{{~ if safety_lag > 0 ~}}
  GREATEST("w"."{{ side.origin }}_lo", LEAST("w"."{{ side.origin }}_max", CAST(to_unixtime(now()) AS bigint) - {{ safety_lag }})) AS "{{ side.origin }}_hi"{{ if !for.last }},{{ end }}
{{~ else ~}}
  GREATEST("w"."{{ side.origin }}_lo", "w"."{{ side.origin }}_max") AS "{{ side.origin }}_hi"{{ if !for.last }},{{ end }}
{{~ end ~}}
{{~ end ~}}
FROM (
  SELECT
{{~ for side in sides ~}}
    COALESCE(
      (SELECT MAX("inc_value") FROM {{ inc_log }}
       WHERE "project_name" = 'hist_union' AND "database_name" = '{{ side.database }}' AND "table_name" = '{{ side.table_name }}'),
      0) AS "{{ side.origin }}_lo",
    COALESCE((SELECT MAX("time") FROM {{ side.table }}), 0) AS "{{ side.origin }}_max"{{ if !for.last }},{{ end }}
{{~ end ~}}
) "w"
