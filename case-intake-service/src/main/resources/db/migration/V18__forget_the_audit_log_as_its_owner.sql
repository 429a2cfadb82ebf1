-- The one way by which entries of the audit log go. Where another role migrates, that of the service may not delete any
-- (afterMigrate__keep_the_audit_log_from_the_service.sql), but it may call this, which runs as the owner of the tables.
-- Returns how many went: those outside the chain up to a bound, and of the chain the oldest day, as a whole.
create function forget_the_audit_log(older_than timestamptz, most integer) returns integer
  language plpgsql strict security definer as $$
declare
  outside integer;
  chained integer;
begin
  if older_than > now() - interval '184 days' then
    raise exception 'none of the last 184 days of the audit log is forgotten';
  end if;
  delete from audit_log where id in (
    select id from audit_log where number is null and at < older_than
    order by at limit most for update skip locked);
  get diagnostics outside = row_count;
  delete from audit_log where day = (
    select min(day) from audit_log
    where day < (older_than at time zone 'UTC')::date
      and day < (select max(day) from audit_log_day));
  get diagnostics chained = row_count;
  return outside + chained;
end
$$;

-- Whoever calls it chooses neither what its names mean, nor by temporary tables what it deletes from.
do $$
begin
  execute format(
    'alter function forget_the_audit_log(timestamptz, integer) set search_path = pg_catalog, %I, pg_temp',
    current_schema());
end
$$;
revoke execute on function forget_the_audit_log(timestamptz, integer) from public;
