-- What an administrator lets a client send where that is less than what all may; no row where nothing
-- is said. The row is locked while events of a client with a quota are accepted.
create table client_limit (
  client            text        not null primary key, -- as in source_client
  events_per_day    bigint      check (events_per_day between 1 and 100000000),
  events_per_second bigint      check (events_per_second >= 1),
  set_by            text        not null, -- subject of the administrator's token
  set_at            timestamptz not null,
  check (events_per_day is not null or events_per_second is not null)
);

-- How many events of a client with a quota were accepted on a day of the working calendar; no row
-- where none was.
create table client_day (
  client   text   not null,
  day      date   not null,
  accepted bigint not null check (accepted >= 0),
  primary key (client, day)
);

create index client_day_by_age on client_day (day);
