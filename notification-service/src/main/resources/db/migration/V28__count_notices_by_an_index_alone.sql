-- The rates of a period look at every notice of a unit; the documents beside them are large.
create index notice_counted on notice (unit, issued_at) include (id, kind, state);
