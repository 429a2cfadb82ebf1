-- What the event led to before this instant is history: counted, but told to nobody.
alter table case_event add column history_until timestamptz;

alter table deadline add column history_until timestamptz; -- as the starting event says
alter table deadline add column history_alarms text; -- stages that would have been told before, one a line
alter table deadline add column release_id uuid; -- the supervisor's decision; null as long as it waits
alter table deadline add column released_as text; -- digest, notices or nothing

create index deadline_of_history on deadline (unit, rule, id) where history_until is not null;

-- Findings about history, which nobody is told of: those that stand, found anew with each evaluation.
create table history_finding (
  case_id  text        not null,
  id       text        not null,
  cause    text        not null,
  unit     text        not null,
  primary key (case_id, id)
) partition by hash (case_id);

do $$
begin
  for part in 0..7 loop
    execute format('create table history_finding_%s partition of history_finding for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

create index history_finding_by_unit on history_finding (unit, cause);

-- How supervisors released what is history, and never changed.
create table history_release (
  id        uuid        not null primary key,
  unit      text        not null, -- and all below it
  rule      text        not null,
  release_as text       not null, -- digest, notices or nothing
  deadlines integer     not null, -- how many were waiting and are released by it
  by_person text        not null, -- officer, or subject of the token
  at        timestamptz not null
);

create index history_release_by_rule on history_release (unit, rule, at);
