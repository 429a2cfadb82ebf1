-- Units that have, or had, deadlines of a case: also of cases in which nothing is late, of which nobody was told.
create table case_unit (
  case_id text not null,
  unit    text not null,
  primary key (case_id, unit)
);

insert into case_unit (case_id, unit)
select case_id, unit from message where case_id <> '' and deadline_id is not null
union
select case_id, unit from task where case_id <> '';
