-- On whose behalf an event was posted, as intake knew it; null for what CaseClock itself adds.
alter table case_event
  add column posted_by               text,
  add column posted_kind             text,
  add column posted_by_administrator boolean,
  add column unit_path               text;

-- watched_case.unit is the present owner. Whoever had the case before sees what happened until then.
create table former_owner (
  case_id  text        not null,
  unit     text        not null,
  until_at timestamptz not null,
  primary key (case_id, unit)
) partition by hash (case_id);

do $$
begin
  for part in 0..7 loop
    execute format('create table former_owner_%s partition of former_owner for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

create index watched_case_by_unit on watched_case (unit);
