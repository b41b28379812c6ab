-- What an earlier try at these windows may have left. A batch is named after its side and where its window begins.
DELETE FROM "acme_src"."${union.target}"
WHERE "union_batch_id" IN ('hist-${td.last_results.hist_lo}', 'inc-${td.last_results.inc_lo}')
