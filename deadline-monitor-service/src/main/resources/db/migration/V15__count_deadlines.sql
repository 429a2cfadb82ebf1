-- How each deadline counts in the statistics.
alter table deadline add column counted_on date; -- in the pack's zone; null while it counts nowhere
alter table deadline add column extended boolean not null default false;
alter table deadline add column warned boolean not null default false;
alter table deadline add column excluded_seconds bigint not null default 0; -- what did not count since started_at
alter table deadline add column paused_at timestamptz;
alter table deadline add column late_cause text; -- data or system, where a timely act was entered late

-- What a deadline came to before is taken over; how long its clock stood still is known from its next evaluation on.
update deadline
set counted_on = due_on,
    late_cause = case when phase = 'met' and ended_known_at >= late_from then 'data' end
where due_on is not null and phase <> 'paused';

create index deadline_by_counted_day on deadline (counted_on, unit) where counted_on is not null;

-- What was counted (1) or is no longer (-1), appended with each change of a deadline. What came after
-- the day that it counts on stays for ever: by it the numbers can be told as they were known then.
create table count_change (
  seq         bigint generated always as identity,
  case_id     text        not null,
  deadline_id uuid        not null,
  sign        smallint    not null,
  reason      text        not null, -- what changed, as in the event that told it
  known_at    timestamptz not null, -- by the monitor's own clock
  known_on    date        not null, -- the day of that, in the pack's zone
  counted_on  date        not null,
  unit        text        not null,
  officer     text,
  rule        text        not null,
  list        text        not null,
  element     text        not null,
  outcome     text        not null,
  extended    boolean     not null,
  warned      boolean     not null,
  late_cause  text
);

create index count_change_by_seq on count_change (seq);

create table count_correction (like count_change);

create index count_correction_by_day on count_correction (counted_on, known_on);
create index count_correction_by_time on count_correction (known_at, deadline_id);

-- The same added up by day, in five families, each with what it leaves out as empty text: of a unit alone its whole
-- ("unit"), by rule ("rule") and by officer ("officer"); of a unit and all below it its whole ("tree") and by rule
-- ("tree-rule").
create table count_day (
  family         text   not null,
  unit           text   not null,
  counted_on     date   not null,
  officer        text   not null,
  rule           text   not null,
  list           text   not null,
  element        text   not null,
  met            bigint not null,
  met_late       bigint not null,
  running        bigint not null, -- open; late or not follows from the day
  waiting        bigint not null, -- open, and cannot be late
  lapsed         bigint not null,
  cut_short      bigint not null,
  cancelled      bigint not null, -- before it was late
  cancelled_late bigint not null,
  extended       bigint not null,
  warned         bigint not null,
  late_data      bigint not null,
  late_system    bigint not null,
  primary key (family, unit, counted_on, officer, rule, list, element)
);

-- By month; counted_on is its first day.
create table count_month (like count_day including all);

-- What became known after its day, of a unit and all below it.
create table count_later (
  unit           text   not null,
  counted_on     date   not null,
  known_on       date   not null,
  met            bigint not null,
  met_late       bigint not null,
  running        bigint not null, -- open; late or not follows from the day
  waiting        bigint not null, -- open, and cannot be late
  lapsed         bigint not null,
  cut_short      bigint not null,
  cancelled      bigint not null, -- before it was late
  cancelled_late bigint not null,
  extended       bigint not null,
  warned         bigint not null,
  late_data      bigint not null,
  late_system    bigint not null,
  primary key (unit, counted_on, known_on)
);

-- Where in the tree each unit stood when it was added up; where it stands elsewhere now, the sums are built anew.
create table count_tree (
  unit text not null primary key,
  path text not null
);

-- Days on which something was, or may be, late.
create index count_day_with_breach on count_day (family, unit, counted_on)
  where family in ('unit', 'tree') and met_late + cut_short + cancelled_late + running > 0;

-- When the roll-ups were last built as a whole.
create table count_build (
  built_at  timestamptz not null,
  deadlines bigint      not null
);
