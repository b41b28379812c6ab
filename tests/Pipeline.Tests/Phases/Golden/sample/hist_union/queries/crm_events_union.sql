INSERT INTO "acme_src"."crm_events_hist_union" (
  "id",
  "email",
  "value",
  "record_origin",
  "union_batch_id",
  "time"
)
SELECT
  "id",
  "email",
  "value",
  'hist' AS "record_origin",
  'hist-${td.last_results.hist_lo}' AS "union_batch_id",
  "time"
FROM "acme_src"."crm_events_hist"
WHERE "time" > ${td.last_results.hist_lo}
  AND "time" <= ${td.last_results.hist_hi}
  AND NOT EXISTS (
    SELECT 1 FROM "acme_src"."crm_events_hist_union" WHERE "union_batch_id" = 'hist-${td.last_results.hist_lo}'
  )
