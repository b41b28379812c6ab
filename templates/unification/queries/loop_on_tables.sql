-- Generated from templates/unification/queries/loop_on_tables.sql: the tables whose keys are prepared, one row each.
SELECT t."name", t."src_tbl", t."snk_tbl"
FROM (
  VALUES
{{~ for table in tables ~}}
    ({{ table.id }}, '{{ table.name }}', '{{ table.records }}', '{{ table.prep_table }}'){{ if !for.last }},{{ end }}
{{~ end ~}}
) AS t ("n", "name", "src_tbl", "snk_tbl")
ORDER BY t."n"
