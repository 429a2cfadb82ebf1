-- When each source was last heard, and from when on it is quiet against its usual rate. Written behind
-- the answers: what a killed replica had not written yet is missing from the counts, nothing else.
create table source_activity (
  source     text        not null primary key,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  judged_at  timestamptz, -- the last_at that quiet_from follows from
  quiet_from timestamptz  -- null while it was not judged, and where too little is known of it
);

create index source_activity_to_judge on source_activity (last_at)
  where judged_at is distinct from last_at;
create index source_activity_quiet on source_activity (quiet_from) where quiet_from is not null;

-- How many events of a source were accepted in an hour; no row where none was.
create table source_hour (
  source  text        not null,
  hour_at timestamptz not null,
  events  bigint      not null,
  primary key (source, hour_at)
);

create index source_hour_by_age on source_hour (hour_at);
