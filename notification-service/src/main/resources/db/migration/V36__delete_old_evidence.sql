-- What is left of a file of evidence that was deleted since it was kept long enough: which file it was, without its name.
create table purged_evidence (
  id         text        primary key,
  notice_id  text        not null references notice (id),
  seq        int         not null,
  media_type text        not null,
  size       bigint      not null,
  sha256     text        not null,
  at         timestamptz not null, -- when it was sent
  purged_at  timestamptz not null
);
create index purged_evidence_of_notice on purged_evidence (notice_id);
create trigger purged_evidence_is_append_only
  before update or delete on purged_evidence
  for each row execute function refuse_change('the history of a notice is never changed');

-- A file goes only where this is left of it.
create function keep_the_evidence() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'DELETE' and exists (
      select from purged_evidence p where p.id = old.id and p.sha256 = old.sha256) then
    return old;
  end if;
  raise exception 'the history of a notice is never changed';
end
$$;
drop trigger notice_evidence_is_append_only on notice_evidence;
create trigger notice_evidence_is_append_only before update or delete on notice_evidence
  for each row execute function keep_the_evidence();

create index known_fault_of_case on known_fault (case_id);

-- Whether nothing about a case is open here, or was told or done since that instant, and no legal hold keeps it.
create function is_at_rest(of_case text, since timestamptz) returns boolean
  language sql stable as $$
  select of_case = '' or not (
    exists (select from legal_hold where case_id = of_case and released_at is null)
    or exists (
      select from message
      where case_id = of_case and case_id <> '' and (
        at >= since
        or superseded_at >= since
        or superseded_at is null and deadline_id is not null and kind in ('warning', 'breach')))
    or exists (
      select from notice n
      where n.id in (
          select notice_id from notice_fault where case_id = of_case
          union
          select id from notice where case_id = of_case)
        and (n.state not in ('closed', 'withdrawn')
          or n.issued_at >= since
          or exists (select from notice_step s where s.notice_id = n.id and s.at >= since)))
    or exists (
      select from task where case_id = of_case and (ended_at is null or ended_at >= since))
    or exists (
      select from escalation where case_id = of_case and (state <> 'ended' or ended_at >= since))
    or exists (select from known_fault where case_id = of_case)
    or exists (
      select from dead_letter
      where case_id = of_case and case_id is not null and state = 'open'))
$$;

-- The one way by which evidence goes: that of notices all of whose cases are at rest, the oldest notices first. A
-- notice that somebody is working on is left to the next time. Returns how many files of each case went; those of a
-- notice of several cases are counted for each.
create function purge_evidence(older_than timestamptz, most integer)
  returns table (of_case text, files bigint)
  language plpgsql strict security definer as $$
declare
  chosen text[];
begin
  if older_than > now() - interval '184 days' then
    raise exception 'no evidence of a case that was worked on in the last 184 days is deleted';
  end if;
  lock table legal_hold in share mode;
  chosen := array(
    select n.id from notice n
    where n.state in ('closed', 'withdrawn') and n.issued_at < older_than
      and exists (select from notice_evidence e where e.notice_id = n.id)
      and is_at_rest(n.case_id, older_than)
      and not exists (
        select from notice_fault f
        where f.notice_id = n.id and not is_at_rest(f.case_id, older_than))
    order by n.issued_at, n.id
    limit most
    for update of n skip locked);
  insert into purged_evidence (id, notice_id, seq, media_type, size, sha256, at, purged_at)
    select e.id, e.notice_id, e.seq, e.media_type, e.size, e.sha256, e.at, now()
    from notice_evidence e where e.notice_id = any (chosen);
  delete from notice_evidence where notice_id = any (chosen);
  return query
    select c.one, count(*)
    from (
      select n.id, n.case_id as one from notice n where n.id = any (chosen)
      union
      select f.notice_id, f.case_id from notice_fault f where f.notice_id = any (chosen)) c
    join purged_evidence p on p.notice_id = c.id
    group by c.one
    order by c.one;
end
$$;

-- Whoever calls it chooses neither what its names mean, nor by temporary tables what it deletes from.
do $$
begin
  execute format(
    'alter function purge_evidence(timestamptz, integer) set search_path = pg_catalog, %I, pg_temp',
    current_schema());
end
$$;
revoke execute on function purge_evidence(timestamptz, integer) from public;
