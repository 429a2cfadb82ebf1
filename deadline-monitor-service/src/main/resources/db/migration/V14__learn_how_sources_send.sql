-- How long after one another events of a case that had happened by then are accepted, by source: how
-- often gaps of about each length came. What is old weighs less.
create table source_gap (
  source text             not null,
  bucket integer          not null,
  weight double precision not null, -- as of "at"
  at     timestamptz      not null,
  primary key (source, bucket)
);
