-- Generated from templates/staging/queries/{table}_append_delete.sql.
-- Rows later than the last finished run: only an unfinished one can have written them.
DELETE FROM {{ text.target }}
WHERE {{ for condition in text.unfinished_rows }}({{ condition }}){{ if !for.last }}
  OR {{ end }}{{ end }}
