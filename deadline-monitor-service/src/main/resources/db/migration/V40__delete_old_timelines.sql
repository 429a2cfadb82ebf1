-- Of the events of a case that was kept long enough the contents go: what is left says when, and what they were. The rows
-- stay, so that an event that comes once more is still known. No trigger: the table is spread in a Citus cluster, which
-- has none there; that no other role changes a row is kept by the rights (afterMigrate).
alter table case_event add column purged_at timestamptz, add column sha256 text;
-- None of the rows that are there has anything to be checked.
-- contracts: refuses nothing that a replica of the version before writes, which knows neither column
alter table case_event add constraint purged_as_a_whole check (
  case when purged_at is null then sha256 is null
    else sha256 is not null and officer is null and data - array['source', 'id'] = '{}' end) not valid;

alter table watched_case add column purged_at timestamptz; -- since when its contents are gone; events that came later are never evaluated
create index watched_case_to_purge on watched_case (evaluated_at, case_id)
  where purged_at is null or quarantined = 'contents-deleted';

-- Whether nothing about a case is open or expected here, or came or changed since that instant, and no legal hold keeps it.
create function has_come_to_rest(of_case text, since timestamptz) returns boolean
  language sql stable as $$
  select not (
    exists (select from legal_hold where case_id = of_case and released_at is null)
    or exists (
      select from watched_case
      where case_id = of_case
        and (evaluate_at is not null or coalesce(quarantined, 'contents-deleted') <> 'contents-deleted'))
    or exists (select from case_event where case_id = of_case and accepted_at >= since)
    or exists (
      select from deadline
      where case_id = of_case
        and (phase in ('running', 'paused')
          or greatest(updated_at, ended_at, ended_known_at) >= since
          or provisional and coalesce(due_at, 'infinity') >= since))
    or exists (select from alarm where case_id = of_case and next_at is not null)
    or exists (
      select from finding where case_id = of_case and cause = 'recorded' and ended_at is null)
    or exists (
      select from dead_letter
      where case_id = of_case and case_id is not null and state = 'open'))
$$;

-- The one way by which contents go: those of so many cases at most, the ones that are known longest first. A case that is
-- being evaluated is left to the next time. Returns how many events of each case lost theirs.
create function purge_timelines(older_than timestamptz, most integer)
  returns table (of_case text, events bigint)
  language plpgsql strict security definer as $$
declare
  chosen text[];
begin
  if older_than > now() - interval '184 days' then
    raise exception 'no contents of a case of the last 184 days are deleted';
  end if;
  lock table legal_hold in share mode;
  chosen := array(
    select w.case_id from watched_case w
    where (w.purged_at is null or w.quarantined = 'contents-deleted') and w.evaluated_at < older_than
      and exists (select from case_event e where e.case_id = w.case_id and e.purged_at is null)
      and has_come_to_rest(w.case_id, older_than)
    order by w.evaluated_at, w.case_id
    limit most
    for update of w skip locked);
  -- asked again: an evaluation may have ended between the question and the lock
  chosen := array(select one from unnest(chosen) one where has_come_to_rest(one, older_than));
  update case_event e
    set purged_at = now(),
      sha256 = encode(sha256(convert_to(coalesce(e.officer, '') || chr(10) || e.data::text, 'UTF8')), 'hex'),
      officer = null,
      -- which event was taken back is no content
      data = case e.type
        when 'event-withdrawn' then jsonb_strip_nulls(jsonb_build_object('source', e.data -> 'source', 'id', e.data -> 'id'))
        else '{}' end
    where e.case_id = any (chosen) and e.purged_at is null;
  update finding f set text_zh = '保存期满，内容已删除。', text_en = 'The text was deleted, kept long enough.'
    where f.case_id = any (chosen) and f.cause = 'recorded';
  update dead_letter l set value = null
    where l.case_id = any (chosen) and l.state <> 'open' and l.value is not null;
  update watched_case w set purged_at = now()
    where w.case_id = any (chosen) and w.purged_at is null;
  return query
    select e.case_id, count(*) from case_event e
    where e.case_id = any (chosen) and e.purged_at = now()
    group by e.case_id
    order by e.case_id;
end
$$;

-- Whoever calls it chooses neither what its names mean, nor by temporary tables what it deletes from.
do $$
begin
  execute format(
    'alter function purge_timelines(timestamptz, integer) set search_path = pg_catalog, %I, pg_temp',
    current_schema());
end
$$;
revoke execute on function purge_timelines(timestamptz, integer) from public;
