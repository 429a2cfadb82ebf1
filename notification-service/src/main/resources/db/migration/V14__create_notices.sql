-- Rectification notices and supervision orders. The document is what was issued, byte for byte.
create table notice (
  id            text        primary key,
  kind          text        not null,
  unit          text        not null,
  issuing_unit  text,
  issuer        text,
  year          int         not null,
  serial        int         not null,
  number        text        not null,
  officer       text,
  case_id       text        not null,
  subject       text        not null,
  element       text        not null,
  rule          text        not null,
  name_zh       text        not null,
  name_en       text        not null,
  severity      text        not null,
  deadline_id   text,
  revision      int,
  due_at        timestamptz,
  issued_at     timestamptz not null,
  state         text        not null,
  lower_notice  text        references notice (id), -- of a supervision order
  hands         text[]      not null default '{}',  -- officers who had a part in the rectification
  rectifier     text,
  objector      text,
  reviewer      text,
  planned_on    date,
  stood_before  text,
  version       int         not null,
  document      bytea       not null,
  sha256        text        not null
);

-- A number is unique among its kind in the unit that issues it.
create unique index notice_numbered_once
  on notice (kind, coalesce(issuing_unit, unit), year, serial);
create index notice_newest_first on notice (issued_at desc, id desc);
create index notice_by_unit on notice (unit, issued_at desc, id desc);
create index notice_on_lower on notice (lower_notice) where lower_notice is not null;

-- One row a kind of notice, unit and year; its lock makes the numbers follow each other without
-- gaps.
create table notice_counter (
  unit text not null,
  year int  not null,
  last int  not null,
  primary key (unit, year)
);

create table supervision_order_counter (
  unit text not null,
  year int  not null,
  last int  not null,
  primary key (unit, year)
);

create table notice_fault (
  notice_id   text        not null references notice (id),
  seq         int         not null,
  deadline_id text,
  revision    int,
  case_id     text        not null,
  subject     text        not null,
  element     text        not null,
  rule        text        not null,
  name_zh     text        not null,
  name_en     text        not null,
  severity    text        not null,
  due_at      timestamptz,
  dropped_at  timestamptz,
  open        boolean     not null,
  primary key (notice_id, seq)
);

create unique index notice_fault_open_once_a_deadline on notice_fault (deadline_id) where open;
create index notice_fault_of_finding on notice_fault (case_id, rule)
  where open and deadline_id is null;

create table notice_step (
  notice_id  text        not null references notice (id),
  seq        int         not null,
  kind       text        not null,
  at         timestamptz not null,
  by_name    text        not null,
  by_officer text,
  by_role    text        not null,
  text       text        not null,
  data       text        not null default '{}',
  primary key (notice_id, seq)
);

-- Files that prove what was done, or why there is no fault.
create table notice_evidence (
  id         text        primary key,
  notice_id  text        not null references notice (id),
  seq        int         not null,
  name       text        not null,
  media_type text        not null,
  size       bigint      not null,
  sha256     text        not null,
  content    bytea       not null,
  by_name    text        not null,
  by_officer text,
  by_role    text        not null,
  at         timestamptz not null,
  unique (notice_id, seq)
);

-- The other forms of what was issued, beside the JSON: made once, then served as they are.
create table notice_paper (
  notice_id text        not null references notice (id),
  form      text        not null,
  bytes     bytea       not null,
  sha256    text        not null,
  made_at   timestamptz not null,
  primary key (notice_id, form)
);

create trigger notice_step_is_append_only
  before update or delete on notice_step
  for each row execute function refuse_change('the history of a notice is never changed');

create trigger notice_evidence_is_append_only
  before update or delete on notice_evidence
  for each row execute function refuse_change('the history of a notice is never changed');

create trigger notice_paper_is_append_only
  before update or delete on notice_paper
  for each row execute function refuse_change('the history of a notice is never changed');

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
