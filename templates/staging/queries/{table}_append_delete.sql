-- Generated from templates/staging/queries/{table}_append_delete.sql.
-- Rows later than the last finished run: only an unfinished one can have written them.
DELETE FROM {{ upsert.target }}
WHERE {{ for condition in upsert.unfinished_rows }}({{ condition }}){{ if !for.last }}
  OR {{ end }}{{ end }}
