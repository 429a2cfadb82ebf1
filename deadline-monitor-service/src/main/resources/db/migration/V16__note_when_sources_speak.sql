-- Whether a source was silent in a stretch of time; events come in about the order of their acceptance.
create index case_event_by_acceptance on case_event using brin (accepted_at) with (pages_per_range = 32);

-- When no replica of the monitor was running.
create table own_outage (
  from_at  timestamptz not null primary key,
  until_at timestamptz not null
);

-- When one of them was seen last; a single row.
create table own_heartbeat (
  single  boolean     not null primary key default true check (single),
  beat_at timestamptz not null
);
