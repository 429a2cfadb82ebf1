-- Spreads the tables of the monitor over the nodes of a Citus cluster, by the case id: see README.md.
-- Run it on the coordinator, as the owner of the schema, with the schema as search_path, after the
-- migrations of each version. What is spread already is left as it is.

create temporary table spread (name text primary key, kind text not null, why text not null);

insert into spread (name, kind, why) values
  -- What is kept by case: all of a case lies in one shard.
  ('case_event', 'distributed', 'by case'),
  ('alarm', 'distributed', 'by case'),
  ('deadline', 'distributed', 'by case'),
  ('effect', 'distributed', 'by case'),
  ('finding', 'distributed', 'by case'),
  ('former_owner', 'distributed', 'by case'),
  ('history_finding', 'distributed', 'by case'),
  ('prediction', 'distributed', 'by case'),
  ('watched_case', 'distributed', 'by case'),

  -- Small, and joined with what is kept by case: each node has a copy.
  ('dead_letter', 'reference', 'cases with an open one are shown as unverified'),
  ('officer_absence', 'reference', 'the directory'),
  ('officer_post', 'reference', 'the directory'),
  ('own_outage', 'reference', 'asked of acts that were entered late'),
  ('prediction_warning', 'reference', 'asked of each prediction'),
  ('unit', 'reference', 'the directory'),

  -- The others stay on the coordinator.
  ('audit_log', 'local', 'its trigger keeps it; Citus has none on spread tables'),
  ('audit_log_day', 'local', 'of the audit log, and with a trigger as well'),
  ('break_glass', 'local', 'of persons'),
  ('calendar_feed', 'local', 'of persons'),
  ('case_level', 'local', 'few, and asked for by itself; a trigger keeps each change'),
  ('case_level_change', 'local', 'its trigger keeps it'),
  ('closed_period', 'local', 'of units'),
  ('count_build', 'local', 'sums'),
  ('count_change', 'local', 'added up in the order of its number, by one replica'),
  ('count_correction', 'local', 'as count_change, with which it is asked'),
  ('count_day', 'local', 'sums of units'),
  ('count_later', 'local', 'sums of units'),
  ('count_month', 'local', 'sums of units'),
  ('count_tree', 'local', 'sums of units'),
  ('flyway_schema_history', 'local', 'of the migrations'),
  ('history_release', 'local', 'of units'),
  ('impact_run', 'local', 'of persons'),
  ('inbox', 'local', 'shared by all services; the monitor leaves it empty'),
  ('law_change', 'local', 'of packs'),
  ('legal_hold', 'local', 'its trigger keeps it'),
  ('list_meeting', 'local', 'frozen lists'),
  ('list_meeting_row', 'local', 'frozen lists'),
  ('list_meeting_unit', 'local', 'frozen lists'),
  ('outbox', 'local', 'its trigger wakes the relay, its number is the order of what is told'),
  ('outbox_refused', 'local', 'of the outbox'),
  ('own_heartbeat', 'local', 'a single row'),
  ('prediction_calibration', 'local', 'by month'),
  ('source_gap', 'local', 'of sources'),
  ('survival_curve', 'local', 'of rules and units');

do $$
declare
  one record;
  unnamed text;
begin
  select string_agg(c.relname, ', ' order by c.relname) into unnamed
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition and c.relname not in (select name from spread);
  if unnamed is not null then
    raise exception 'say where these tables belong: %', unnamed;
  end if;

  for one in
    select s.name::regclass as relation, s.kind from spread s
    where s.kind <> 'local'
      and s.name::regclass not in (select d.logicalrelid from pg_dist_partition d)
    order by s.kind desc, s.name
  loop
    if one.kind = 'reference' then
      perform create_reference_table(one.relation);
    else
      -- All have the same number of shards, so that the shards of a case lie together.
      perform create_distributed_table(one.relation, 'case_id');
    end if;
  end loop;
end $$;
