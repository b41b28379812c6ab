-- What an earlier try has left: no row of a side is younger than the side's watermark before it is copied. So a watermark
-- that was set back has its rows copied again, not twice.
DELETE FROM "acme_src"."shop_customers_hist_union"
WHERE
  ("record_origin" = 'inc' AND "time" > ${td.last_results.inc_lo})
