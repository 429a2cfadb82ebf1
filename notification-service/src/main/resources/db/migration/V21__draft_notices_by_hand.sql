-- Notices that somebody is still writing; they have no number.
create table notice_draft (
  id         text        primary key,
  unit       text        not null,
  content    text        not null,
  by_name    text        not null,
  by_officer text,
  by_role    text        not null,
  at         timestamptz not null,
  version    int         not null
);

create index notice_draft_of_unit on notice_draft (unit, at desc);

-- Breaches and findings as the monitor told them, as long as they hold: a draft names them.
create table known_fault (
  id       text        primary key,
  unit     text        not null,
  case_id  text        not null,
  type     text        not null,
  event    bytea       not null,
  noted_at timestamptz not null
);
