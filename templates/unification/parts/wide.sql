wide AS (
{{~ for table in tables ~}}
  SELECT
    '{{ table.table }}' AS "source",
    CAST({{ table.id }} AS bigint) AS "table_id",
{{~ for column in table.wide_columns ~}}
    {{ column }},
{{~ end ~}}
    p."first_seen",
    p."last_seen"
  FROM {{ table.prep }} p
{{~ if !for.last ~}}
  UNION ALL
{{~ end ~}}
{{~ end ~}}
),
