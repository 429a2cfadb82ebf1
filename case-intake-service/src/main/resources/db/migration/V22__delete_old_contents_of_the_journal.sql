-- Of the events of a case that were kept long enough the contents go. What is left is what is needed to know the same
-- event, or another content under its id, when it comes again: source, id and hash of the content.
alter table journal add column purged_at timestamptz;
create index journal_to_purge on journal (accepted_at) where purged_at is null;

-- Which event was taken back is no content: whose a case was rests on it.
create function without_contents(of_type text, data jsonb) returns jsonb language sql immutable as $$
  select case of_type
    when 'event-withdrawn' then jsonb_strip_nulls(jsonb_build_object('source', data -> 'source', 'id', data -> 'id'))
    else '{}' end
$$;

-- As before, and contents go once, as a whole, and as the owner of the table alone.
create or replace function keep_the_journal() returns trigger language plpgsql as $$
declare
  contents constant text[] = array['officer', 'data', 'as_sent', 'purged_at'];
begin
  if tg_op = 'UPDATE' and old.type = 'officer-assigned' and new.data = old.data - 'contacts'
    and to_jsonb(new) - 'data' = to_jsonb(old) - 'data' then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.purged_at is null and new.purged_at is not null
    and pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage')
    and new.officer is null and new.as_sent is null and new.data = without_contents(old.type, old.data)
    and to_jsonb(new) - contents = to_jsonb(old) - contents then
    return new;
  end if;
  raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- The one way by which contents go: those of cases that nobody told anything of since that instant, of which nothing
-- waits to be sent or looked at, and which no legal hold keeps; so many events are looked at, the oldest first, and a case
-- is taken whole. Returns how many events of each case lost theirs.
create function purge_journal(older_than timestamptz, most integer)
  returns table (of_case text, events bigint)
  language plpgsql strict security definer as $$
declare
  of_directory constant text[] = array['unit-registered', 'officer-assigned', 'officer-away'];
  chosen text[];
begin
  if older_than > now() - interval '184 days' then
    raise exception 'no contents of a case of the last 184 days are deleted';
  end if;
  -- one after the other, so that no two take the same case
  lock table legal_hold in share row exclusive mode;
  chosen := array(
    select distinct old.case_id from (
      select j.case_id from journal j
      where j.purged_at is null and j.accepted_at < older_than and j.type <> all (of_directory)
        and not exists (
          select from legal_hold h where h.case_id = j.case_id and h.released_at is null)
        and not exists (
          select from journal l where l.case_id = j.case_id and l.accepted_at >= older_than)
        and not exists (
          select from outbox o
          where o.bucket = (hashtext(j.case_id) & 7)::smallint and o.aggregateid = j.case_id)
        and not exists (select from outbox_refused r where r.key = j.case_id)
        and not exists (
          select from dead_letter d
          where d.case_id = j.case_id and d.case_id is not null and d.state = 'open')
      order by j.accepted_at
      limit most) old);
  return query
    with gone as (
      update journal j
        set purged_at = now(), officer = null, as_sent = null, data = without_contents(j.type, j.data)
        where j.case_id = any (chosen) and j.purged_at is null and j.accepted_at < older_than
          and j.type <> all (of_directory)
        returning j.case_id)
    select g.case_id, count(*) from gone g group by g.case_id order by g.case_id;
end
$$;

-- Whoever calls it chooses neither what its names mean, nor by temporary tables what it deletes from.
do $$
begin
  execute format(
    'alter function purge_journal(timestamptz, integer) set search_path = pg_catalog, %I, pg_temp',
    current_schema());
end
$$;
revoke execute on function purge_journal(timestamptz, integer) from public;
