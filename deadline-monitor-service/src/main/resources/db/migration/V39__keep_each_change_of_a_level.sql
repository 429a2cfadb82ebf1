-- Each level that somebody set of a case, kept for ever; case_level has the last one.
create table case_level_change (
  id         bigint generated always as identity primary key,
  case_id    text        not null,
  from_level text, -- null where none was set before, and where that was not kept
  level      text        not null,
  reason     text        not null,
  by_person  text        not null,
  at         timestamptz not null
);

create index case_level_change_of_case on case_level_change (case_id, id);

insert into case_level_change (case_id, level, reason, by_person, at)
select case_id, level, reason, by_person, at from case_level order by at, case_id;

create function keep_the_changes_of_levels() returns trigger language plpgsql as $$
begin
  raise exception 'a change of a level stays as it was' using errcode = 'restrict_violation';
end
$$;
create trigger keep_the_changes_of_levels before update or delete on case_level_change
  for each row execute function keep_the_changes_of_levels();

-- By the database, so that a replica of a version before keeps its changes too.
create function note_the_change_of_a_level() returns trigger language plpgsql set search_path from current as $$
begin
  insert into case_level_change (case_id, from_level, level, reason, by_person, at)
  values (new.case_id, case tg_op when 'UPDATE' then old.level end, new.level, new.reason, new.by_person, new.at);
  return null;
end
$$;
create trigger note_the_change_of_a_level after insert or update of level, reason, by_person, at on case_level
  for each row execute function note_the_change_of_a_level();
