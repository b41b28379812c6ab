-- Generated from templates/unification/queries/coverage_check.sql: how many rows of each table have a person.
{{~ for table in enrich ~}}
SELECT
  '{{ table.enriched }}' AS "table_name",
  COUNT(*) AS "records",
  COUNT(CASE WHEN {{ table.any_valid }} THEN 1 END) AS "with_key",
  COUNT({{ text.id }}) AS "with_id"
FROM "{{ plan.database }}"."{{ table.enriched }}" s
{{~ if !for.last ~}}
UNION ALL
{{~ end ~}}
{{~ end ~}}
