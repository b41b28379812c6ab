-- Generated from templates/unification/queries/graph_left.sql: zero as soon as some round has left no link.
SELECT MIN("edges_left") AS "edges_left"
FROM {{ text.control }}
