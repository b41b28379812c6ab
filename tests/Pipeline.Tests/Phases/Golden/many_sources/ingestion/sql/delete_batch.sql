-- What an earlier try at this window has left. A watermark that was set back makes the window longer: then it replaces every
-- window that began inside it.
DELETE FROM "acme_src"."${datasource.table_name}"
WHERE "load_batch_id" = '${batch_id}'
  OR ("load_batch_id" LIKE 'inc-%' AND TRY_CAST(substr("load_batch_id", 5) AS bigint) >= ${window_start})
