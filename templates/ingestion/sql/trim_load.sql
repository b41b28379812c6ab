-- The connector may bring more than the window asked for: that belongs to another load. A time that cannot be read stays.
DELETE FROM "{{ database }}"."${datasource.load_table}"
WHERE TD_TIME_PARSE(CAST("${datasource.incremental_field}" AS varchar)) < ${window_start} - ${datasource.overlap_seconds}
  OR TD_TIME_PARSE(CAST("${datasource.incremental_field}" AS varchar)) >= ${window_end}
