-- Rectification notices. The document is what was issued, byte for byte.
create table notice (
  id          text        primary key,
  unit        text        not null,
  year        int         not null,
  serial      int         not null,
  number      text        not null,
  officer     text,
  case_id     text        not null,
  subject     text        not null,
  element     text        not null,
  rule        text        not null,
  name_zh     text        not null,
  name_en     text        not null,
  severity    text        not null,
  deadline_id text,
  revision    int,
  due_at      timestamptz,
  issued_at   timestamptz not null,
  state       text        not null,
  rectifier   text,
  version     int         not null,
  document    bytea       not null,
  sha256      text        not null,
  unique (unit, year, serial)
);

create unique index notice_once_a_breach on notice (deadline_id, revision);
create unique index notice_open_once_a_deadline on notice (deadline_id)
  where state not in ('closed', 'withdrawn');
create index notice_newest_first on notice (issued_at desc, id desc);
create index notice_by_unit on notice (unit, issued_at desc, id desc);

-- One row a unit and year; its lock makes the numbers follow each other without gaps.
create table notice_counter (
  unit text not null,
  year int  not null,
  last int  not null,
  primary key (unit, year)
);

create table notice_step (
  notice_id  text        not null references notice (id),
  seq        int         not null,
  kind       text        not null,
  at         timestamptz not null,
  by_name    text        not null,
  by_officer text,
  by_role    text        not null,
  text       text        not null,
  primary key (notice_id, seq)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a notice is never changed';
end $$;

create trigger notice_step_is_append_only
  before update or delete on notice_step
  for each row execute function refuse_change();
