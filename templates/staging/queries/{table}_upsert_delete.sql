-- Generated from templates/staging/queries/{table}_upsert_delete.sql: the rows that the batch replaces.
DELETE FROM {{ upsert.target }}
WHERE "keyhash" IN (SELECT "keyhash" FROM {{ upsert.fresh }})
