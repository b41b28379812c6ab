-- Generated from templates/staging/queries/{table}_upsert_delete.sql: the rows that the batch replaces.
DELETE FROM {{ text.target }}
WHERE "keyhash" IN (SELECT "keyhash" FROM {{ text.fresh }})
