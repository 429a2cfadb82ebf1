-- Supervision orders, objections, plans, reviewers; several faults a notice.
alter table notice add column kind text not null default 'notice';
alter table notice add column issuing_unit text;
alter table notice add column issuer text;
alter table notice add column lower_notice text references notice (id);
alter table notice add column hands text[] not null default '{}';
alter table notice add column objector text;
alter table notice add column reviewer text;
alter table notice add column planned_on date;
alter table notice add column stood_before text;

-- Whoever reported a rectification before had a hand in it; so had whoever reported an earlier one.
update notice n set hands = s.officers
from (
  select notice_id, array_agg(distinct by_officer) as officers
  from notice_step where kind = 'rectified' and by_officer is not null group by notice_id) s
where s.notice_id = n.id;

-- A number is unique among its kind in the unit that issues it.
alter table notice drop constraint notice_unit_year_serial_key;
create unique index notice_numbered_once
  on notice (kind, coalesce(issuing_unit, unit), year, serial);
create index notice_on_lower on notice (lower_notice) where lower_notice is not null;

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

insert into notice_fault
  select id, 1, deadline_id, revision, case_id, subject, element, rule, name_zh, name_en, severity,
    due_at, null, state not in ('closed', 'withdrawn')
  from notice;

-- What held for the one deadline of a notice now holds for each of its faults.
create unique index notice_fault_open_once_a_deadline on notice_fault (deadline_id) where open;
create index notice_fault_of_finding on notice_fault (case_id, rule)
  where open and deadline_id is null;
drop index notice_open_once_a_deadline;
drop index notice_once_a_breach;

alter table notice_step add column data text not null default '{}';

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

create trigger notice_evidence_is_append_only
  before update or delete on notice_evidence
  for each row execute function refuse_change();

create trigger notice_paper_is_append_only
  before update or delete on notice_paper
  for each row execute function refuse_change();
