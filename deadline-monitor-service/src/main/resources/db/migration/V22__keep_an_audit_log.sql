-- Who asked for which change, and what came of it; the same table in each service.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account text,
  officer text,
  roles text[] not null,
  unit text,
  operation text not null,
  ids jsonb not null,
  status integer not null,
  request_id text not null
);
create index audit_log_by_time on audit_log (at);
create index audit_log_by_unit on audit_log (unit, id);
create index audit_log_by_officer on audit_log (officer, id);
create index audit_log_by_account on audit_log (account, id);

-- Nobody changes an entry, and none of the last six months goes.
create function keep_the_audit_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'the audit log is only appended to';
  end if;
  if old.at > now() - interval '184 days' then
    return null;
  end if;
  return old;
end
$$;
create trigger keep_the_audit_log before update or delete on audit_log
  for each row execute function keep_the_audit_log();
