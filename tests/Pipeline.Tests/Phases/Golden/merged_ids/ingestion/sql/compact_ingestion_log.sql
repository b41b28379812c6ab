-- What is left tells which window of a table came from which load: history looks for it, and so does whoever reads again.
DELETE FROM "acme_src"."ingestion_log"
WHERE "time" < ${session_unixtime} - 31536000
  AND (
    "status" <> 'success'
    OR ("run_mode" = 'full' AND "log_id" NOT IN (
      SELECT max_by("log_id", "time")
      FROM "acme_src"."ingestion_log"
      WHERE "run_mode" = 'full' AND "status" = 'success'
      GROUP BY "source_name", "object_name"))
  )
