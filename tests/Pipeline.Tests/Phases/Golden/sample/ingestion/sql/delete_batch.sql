-- What an earlier try at this window may have left.
DELETE FROM "acme_src"."${datasource.table_name}"
WHERE "load_batch_id" = '${batch_id}'
