-- How many events of each source were accepted in each hour; what is older than a quarter is forgotten.
create table source_hour (
  source   text        not null,
  hour     timestamptz not null,
  accepted bigint      not null,
  primary key (source, hour)
);

-- When no replica of the monitor was running.
create table own_outage (
  from_at  timestamptz not null primary key,
  until_at timestamptz not null
);

create table own_heartbeat (
  beat_at timestamptz not null
);
