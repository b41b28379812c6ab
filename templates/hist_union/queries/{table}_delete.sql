-- What an earlier try has left: no row of a side is younger than the side's watermark before it is copied. So a watermark
-- that was set back has its rows copied again, not twice.
DELETE FROM {{ target }}
WHERE
{{~ for side in sides ~}}
  {{ if !for.first }}OR {{ end }}("record_origin" = '{{ side.origin }}' AND "time" > ${td.last_results.{{ side.origin }}_lo})
{{~ end ~}}
