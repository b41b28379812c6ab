-- Generated from templates/unification/queries/exclusion_detect.sql.
-- Values that a deletion request has left behind must join nobody; they are remembered once.
INSERT INTO {{ text.exclusion_list }} ("key_value", "key_name", "tbls", "note", "time")
SELECT
  d."key_value",
  d."key_name",
  ARRAY['*'],
  'masked by a deletion request',
  {{ plan.run }}
FROM (
{{~ for key in masked ~}}
  SELECT {{ key.column }} AS "key_value", '{{ key.key }}' AS "key_name"
  FROM {{ key.prep }}
  WHERE regexp_like({{ key.column }}, {{ key.pattern }})
{{~ if !for.last ~}}
  UNION
{{~ end ~}}
{{~ else ~}}
  SELECT '' AS "key_value", '' AS "key_name"
  WHERE 1 = 0
{{~ end ~}}
) d
WHERE NOT EXISTS (
  SELECT 1
  FROM {{ text.exclusion_list }} x
  WHERE x."key_value" = d."key_value" AND x."key_name" = d."key_name"
)
GROUP BY d."key_value", d."key_name"
