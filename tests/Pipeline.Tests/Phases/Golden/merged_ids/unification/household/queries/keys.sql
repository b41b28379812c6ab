-- Generated from templates/unification/queries/keys.sql: the numbers of the keys.
SELECT CAST(t."key_type" AS bigint) AS "key_type", t."key_name"
FROM (
  VALUES
    (1, 'email'),
    (2, 'phone')
) AS t ("key_type", "key_name")
