-- What an event led to before this instant is history: counted, but told to nobody. Null for an event
-- that is told like any other.
alter table journal add column history_until timestamptz;

-- From when on a source is in daily use; what happened before is history. A row ends and stays: who set
-- which date is told for ever.
create table source_go_live (
  seq        bigint      not null generated always as identity primary key,
  source     text        not null, -- the source, or its beginning
  is_prefix  boolean     not null,
  go_live_at timestamptz not null,
  set_by     text        not null, -- subject of the administrator's token
  set_at     timestamptz not null,
  ended_by   text,
  ended_at   timestamptz,
  check ((ended_by is null) = (ended_at is null))
);

create unique index source_go_live_holding on source_go_live (source, is_prefix)
  where ended_at is null;
