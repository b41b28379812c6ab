-- What an earlier try at this window has left. A watermark that was set back makes the window longer: then it replaces every
-- window that began inside it; and a range of history replaces what ranges of another size have left of it.
DELETE FROM "acme_src"."${datasource.table_name}"
WHERE "load_batch_id" = '${batch_id}'
  OR ("load_batch_id" LIKE 'inc-%' AND TRY_CAST(substr("load_batch_id", 5) AS bigint) >= ${window_start})
  OR ("load_batch_id" LIKE 'hist-%' AND TRY_CAST(split_part("load_batch_id", '-', 2) AS bigint) < ${window_end}
    AND TRY_CAST(split_part("load_batch_id", '-', 3) AS bigint) > ${window_start})
