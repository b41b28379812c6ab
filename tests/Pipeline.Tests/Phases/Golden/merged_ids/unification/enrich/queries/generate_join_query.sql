-- Generated from templates/unification/enrich/queries/generate_join_query.sql: the tables to enrich, with the buckets of their size.
SELECT
  t."n",
  t."engine",
  t."enriched",
  CASE
    WHEN t."bucket_cols" = '' THEN ''
    WHEN t."records" > 500000000 THEN 'WITH (bucketed_on = ARRAY[' || t."bucket_cols" || '], bucket_count = 512)'
    WHEN t."records" > 50000000 THEN 'WITH (bucketed_on = ARRAY[' || t."bucket_cols" || '], bucket_count = 128)'
    ELSE 'WITH (bucketed_on = ARRAY[' || t."bucket_cols" || '], bucket_count = 16)'
  END AS "buckets"
FROM (
  SELECT 0 AS "n", 'presto' AS "engine", 'shop_customers_stg_enriched' AS "enriched", '' AS "bucket_cols", COUNT(*) AS "records"
  FROM "acme_stg"."shop_customers_stg"
) t
ORDER BY t."n"
