-- Which version of each pack and calendar was put in force when, and what it moved.
create table law_change (
  id               bigint generated always as identity primary key,
  pack             text        not null,
  pack_version     text        not null,
  calendar_version text        not null,
  in_force_at      timestamptz not null,
  finished_at      timestamptz, -- when the last open deadline was moved
  cases            integer     not null default 0,
  moved            integer     not null default 0
);
