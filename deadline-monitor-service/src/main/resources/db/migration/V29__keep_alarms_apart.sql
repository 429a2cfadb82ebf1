-- When the sweep looks at a deadline next, and whether it warned of it, apart from the deadline: to write
-- that into it would write to all of its indexes.
create table alarm (
  case_id     text        not null,
  deadline_id uuid        not null,
  next_at     timestamptz,                   -- null for never
  grave       boolean     not null,          -- told before all others
  warned      boolean     not null default false,
  primary key (case_id, deadline_id)
) partition by hash (case_id);

do $$
begin
  for part in 0..7 loop
    execute format('create table alarm_%s partition of alarm for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

insert into alarm (case_id, deadline_id, next_at, grave, warned)
select case_id, id, next_alarm_at, severity = 'grave', warned from deadline where next_alarm_at is not null or warned;

create index alarm_of_grave on alarm (next_at) where next_at is not null and grave;
create index alarm_of_others on alarm (next_at) where next_at is not null and not grave;

-- A version that still looks for these columns is refused, rather than left to tell what was told.
drop index deadline_by_alarm;
alter table deadline drop column next_alarm_at, drop column warned;
