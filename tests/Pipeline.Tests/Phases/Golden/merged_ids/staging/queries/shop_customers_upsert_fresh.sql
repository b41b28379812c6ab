-- Generated from templates/staging/queries/{table}_upsert_fresh.sql.
-- Of the batch, the rows that win against the row of the same key in shop_customers_stg.
SELECT
  "id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "phone",
  "phone_std",
  "phone_hash",
  "phone_valid",
  "first_name",
  "created_at",
  "created_at_std",
  "created_at_unixtime",
  "created_at_date",
  "updated_at",
  "updated_at_std",
  "updated_at_unixtime",
  "updated_at_date",
  "properties",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "time" DESC, "rowhash", "from_batch" DESC) AS "key_rank"
  FROM (
    SELECT
      "id",
      "email",
      "email_std",
      "email_hash",
      "email_valid",
      "phone",
      "phone_std",
      "phone_hash",
      "phone_valid",
      "first_name",
      "created_at",
      "created_at_std",
      "created_at_unixtime",
      "created_at_date",
      "updated_at",
      "updated_at_std",
      "updated_at_unixtime",
      "updated_at_date",
      "properties",
      "record_origin",
      "time",
      "source_system",
      "load_timestamp",
      "rowhash",
      "keyhash",
      1 AS "from_batch"
    FROM "acme_stg"."shop_customers_stg_work"
    UNION ALL
    SELECT
      "id",
      "email",
      "email_std",
      "email_hash",
      "email_valid",
      "phone",
      "phone_std",
      "phone_hash",
      "phone_valid",
      "first_name",
      "created_at",
      "created_at_std",
      "created_at_unixtime",
      "created_at_date",
      "updated_at",
      "updated_at_std",
      "updated_at_unixtime",
      "updated_at_date",
      "properties",
      "record_origin",
      "time",
      "source_system",
      "load_timestamp",
      "rowhash",
      "keyhash",
      0 AS "from_batch"
    FROM "acme_stg"."shop_customers_stg"
    WHERE "keyhash" IN (SELECT "keyhash" FROM "acme_stg"."shop_customers_stg_work")
  ) both
) ranked
WHERE "key_rank" = 1 AND "from_batch" = 1
