-- Cases of which nothing is deleted, however old it is; the same table in each service. Whatever deletes locks it in
-- share mode up to its commit: a hold that was answered is seen, and one that comes later waits.
create table legal_hold (
  id bigint generated always as identity primary key,
  case_id text not null,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  release_reason text,
  released_by text,
  released_at timestamptz,
  constraint released_or_not check (num_nulls(release_reason, released_by, released_at) in (0, 3))
);
create unique index legal_hold_in_force on legal_hold (case_id) where released_at is null;
create index legal_hold_by_case on legal_hold (case_id, id);

-- A hold stays as it was placed, and is released once.
create function keep_the_legal_holds() returns trigger language plpgsql as $$
declare
  of_release constant text[] = array['release_reason', 'released_by', 'released_at'];
begin
  if tg_op = 'UPDATE' and old.released_at is null and new.released_at is not null
      and to_jsonb(new) - of_release = to_jsonb(old) - of_release then
    return new;
  end if;
  raise exception 'a legal hold is placed and released, nothing else' using errcode = 'restrict_violation';
end
$$;
create trigger keep_the_legal_holds before update or delete on legal_hold
  for each row execute function keep_the_legal_holds();

-- As before, but an entry whose path named a held case stays: of the chain its whole day, and all days behind it.
create or replace function forget_the_audit_log(older_than timestamptz, most integer) returns integer
  language plpgsql strict security definer as $$
declare
  outside integer;
  chained integer;
  oldest date;
begin
  if older_than > now() - interval '184 days' then
    raise exception 'none of the last 184 days of the audit log is forgotten';
  end if;
  lock table legal_hold in share mode;
  delete from audit_log where id in (
    select id from audit_log where number is null and at < older_than
      and not exists (
        select from legal_hold where case_id = ids ->> 'caseId' and released_at is null)
    order by at limit most for update skip locked);
  get diagnostics outside = row_count;
  select min(day) into oldest from audit_log
    where day < (older_than at time zone 'UTC')::date
      and day < (select max(day) from audit_log_day);
  delete from audit_log where day = oldest and not exists (
    select from audit_log join legal_hold on case_id = ids ->> 'caseId' and released_at is null
    where day = oldest);
  get diagnostics chained = row_count;
  return outside + chained;
end
$$;

do $$
begin
  execute format(
    'alter function forget_the_audit_log(timestamptz, integer) set search_path = pg_catalog, %I, pg_temp',
    current_schema());
end
$$;
