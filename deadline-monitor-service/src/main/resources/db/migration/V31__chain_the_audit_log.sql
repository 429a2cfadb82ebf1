-- Each entry is numbered within its day (UTC) and hashed over the one before it; see docs/audit-log.md. Entries
-- from before, and those that an older replica still writes, have no number and stand outside the chain.
alter table audit_log
  add day date,
  add number integer,
  add hash text,
  add constraint chained_or_not check (num_nulls(day, number, hash) in (0, 3));
create unique index audit_log_by_number on audit_log (day, number);
create index audit_log_outside on audit_log (at) where number is null;

-- The head of each day, which outlives its entries.
create table audit_log_day (
  day date primary key,
  entries integer not null check (entries > 0),
  follows text not null,
  last text not null
);

-- An entry goes with its whole day, and none of the last six months.
create or replace function keep_the_audit_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    raise exception 'the audit log is only appended to';
  end if;
  if coalesce(old.day, (old.at at time zone 'UTC')::date)
      >= (now() at time zone 'UTC')::date - 184 then
    return null;
  end if;
  return old;
end
$$;

create function keep_the_days_of_the_audit_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.day = old.day and new.follows = old.follows
      and new.entries > old.entries then
    return new;
  end if;
  raise exception 'the days of the audit log are only appended to';
end
$$;
create trigger keep_the_days_of_the_audit_log before update or delete on audit_log_day
  for each row execute function keep_the_days_of_the_audit_log();
