-- Of each table the greatest watermark holds, however old it is; the older ones it has passed may go.
DELETE FROM "acme_config"."inc_log"
WHERE "time" < ${session_unixtime} - 31536000
  AND concat("project_name", '/', "database_name", '/', "table_name", '/', CAST("inc_value" AS varchar)) NOT IN (
    SELECT concat("project_name", '/', "database_name", '/', "table_name", '/', CAST(MAX("inc_value") AS varchar))
    FROM "acme_config"."inc_log"
    WHERE "inc_value" IS NOT NULL
    GROUP BY "project_name", "database_name", "table_name"
  )
