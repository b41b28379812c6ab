-- Generated from templates/unification/queries/keys.sql: the numbers of the keys.
SELECT CAST(t."key_type" AS bigint) AS "key_type", t."key_name"
FROM (
  VALUES
{{~ for key in keys ~}}
    ({{ key.type }}, '{{ key.name }}'){{ if !for.last }},{{ end }}
{{~ end ~}}
) AS t ("key_type", "key_name")
