-- One row when the oldest begin of a load is two years old. What is older than one year goes then, so this happens once a year.
SELECT MIN("time") AS "oldest"
FROM "acme_src"."ingestion_log"
WHERE "status" = 'started'
HAVING MIN("time") < ${session_unixtime} - 63072000
