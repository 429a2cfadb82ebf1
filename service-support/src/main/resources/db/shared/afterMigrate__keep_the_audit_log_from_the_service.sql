-- Flyway runs this at the end of each run, also where there was nothing to migrate. No role but the owner of the tables
-- changes the audit log, takes a legal hold away, changes an event of a timeline, tells of something that it was deleted,
-- or changes what Flyway keeps;
-- one that may add entries may also have old ones forgotten, and deleted what was kept long enough. The roles are
-- found by what they were granted, so that nobody has to name them. Where one role does everything, it owns the tables
-- and keeps all rights.
do $$
declare
  held record;
begin
  if to_regclass('audit_log_day') is null then
    return;
  end if;
  -- replicas that start together take turns
  perform pg_advisory_xact_lock(hashtext(current_schema() || '.audit_log rights'));

  for held in
    with kept (name, kinds) as (values
      ('audit_log', array['UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('audit_log_day', array['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('legal_hold', array['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('case_level_change', array['UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('purged_evidence', array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('purged_inbox_entry', array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('case_event', array['UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']),
      ('flyway_schema_history',
        array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])),
    all_kept (name, kinds) as (
      select name, kinds from kept
      union all
      select part.inhrelid::regclass::text, kept.kinds
      from kept join pg_inherits part on part.inhparent = to_regclass(kept.name)),
    granted (name, kinds, owner, acl) as (
      select kept.name, kept.kinds, c.relowner, c.relacl
      from all_kept kept join pg_class c on c.oid = to_regclass(kept.name)
      union all
      select kept.name, kept.kinds, c.relowner, a.attacl
      from all_kept kept join pg_class c on c.oid = to_regclass(kept.name)
      join pg_attribute a on a.attrelid = c.oid)
    select distinct granted.name, one.privilege_type as kind,
      case one.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(one.grantee)) end
        as grantee
    from granted, aclexplode(granted.acl) one
    where one.grantee <> granted.owner and one.privilege_type = any (granted.kinds)
  loop
    execute format('revoke %s on %I from %s cascade', held.kind, held.name, held.grantee);
  end loop;

  for held in
    select distinct pg_get_userbyid(one.grantee) as grantee, deleting.signature
    from (values
        ('forget_the_audit_log(timestamptz, integer)'),
        ('purge_evidence(timestamptz, integer)'),
        ('purge_messages(timestamptz, integer)'),
        ('purge_timelines(timestamptz, integer)'),
        ('purge_journal(timestamptz, integer)')) as deleting (signature),
      pg_class c, aclexplode(c.relacl) one
    where to_regprocedure(deleting.signature) is not null
      and c.oid = to_regclass('audit_log') and one.privilege_type = 'INSERT'
      and one.grantee not in (0, c.relowner)
      and not has_function_privilege(
        one.grantee, to_regprocedure(deleting.signature)::oid, 'execute')
  loop
    execute format('grant execute on function %s to %I', held.signature, held.grantee);
  end loop;
end
$$;
