-- Findings that people were told of, and since when each stands no more.
create table finding (
  case_id   text        not null,
  id        text        not null, -- of the event that told of it
  subject   text        not null,
  unit      text        not null, -- whose it was when it was raised
  officer   text,
  cause     text        not null,
  element   text        not null,
  provision text        not null,
  text_zh   text        not null,
  text_en   text        not null,
  raised_at timestamptz not null,
  letter_id bigint, -- the dead letter by which the case lacks an event; null for none
  ended_at  timestamptz, -- when the monitor knew that it stands no more; null while it stands
  ended_as  text, -- rectified: its notice was closed; corrected: what it rested on is no longer so
  primary key (case_id, id)
) partition by hash (case_id);

do $$
begin
  for part in 0..7 loop
    execute format('create table finding_%s partition of finding for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

create index finding_standing on finding (unit, cause, element, raised_at) where ended_at is null;
create index finding_by_unit on finding (unit, raised_at);
create index finding_of_letter on finding (letter_id) where letter_id is not null and ended_at is null;

-- What the lists read of deadlines, so that they need not touch the rows themselves.
create index deadline_open_by_list on deadline (list, unit)
  include (severity, rule, started_at, late_from, due_at, phase, id)
  where phase in ('running', 'paused');
create index deadline_ended_by_list on deadline (list, ended_at)
  include (unit, severity, rule, started_at, late_from, due_at, phase, id)
  where ended_at is not null;

-- One list as it was frozen for one meeting. The row is the claim: who inserts it makes it.
create table list_meeting (
  list       text        not null,
  held_on    date        not null,
  pack       text        not null,
  as_of      timestamptz not null, -- the set time
  made_at    timestamptz not null,
  belated    boolean     not null, -- made later than set: rows as they are known when it was made
  former_on  date, -- the meeting before, which it is compared with; null for the first
  hash       text        not null, -- SHA-256 over its rows in their order
  rows       integer     not null,
  primary key (list, held_on)
);

-- The tree of units as it was then, with the numbers of each unit by itself.
create table list_meeting_unit (
  list     text    not null,
  held_on  date    not null,
  unit     text    not null,
  path     text    not null, -- ids from the root down, as in table unit
  holds    boolean not null, -- whether it is of a kind that the pack names for the meeting
  ahead    integer not null, -- open, not late
  breached integer not null,
  findings integer not null,
  fresh    integer not null, -- faults that are new since the meeting before
  mended   integer not null, -- faults of the meeting before that are none any more
  still    integer not null, -- faults then and now
  further  integer not null, -- rows beyond those that are kept, the least grave
  primary key (list, held_on, unit)
);

create table list_meeting_row (
  list       text        not null,
  held_on    date        not null,
  unit       text        not null,
  grade      smallint    not null, -- 0 the gravest
  moment     timestamptz not null, -- orders rows of one grade
  id         text        not null, -- of the deadline or the finding
  change     text        not null, -- new, still, mended or ahead
  kind       text        not null, -- deadline or finding
  state      text        not null, -- running, paused, breached, standing, or how it ended
  case_id    text        not null,
  subject    text        not null,
  rule       text        not null, -- of a deadline; the cause of a finding
  element    text        not null,
  severity   text        not null,
  officer    text,
  started_at timestamptz not null,
  due_at     timestamptz,
  late_from  timestamptz,
  ended_at   timestamptz,
  age        bigint      not null, -- in seconds, without what did not count
  provision  text, -- of a finding, as its text
  text_zh    text,
  text_en    text,
  primary key (list, held_on, id)
);

create index list_meeting_row_in_order on list_meeting_row (list, held_on, grade, moment, id);
