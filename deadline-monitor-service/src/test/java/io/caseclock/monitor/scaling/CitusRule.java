package io.caseclock.monitor.scaling;

/**
 * What Citus refuses of a schema, as far as PostgreSQL alone can tell it. Each asks for what breaks
 * the rule; table {@code spread} tells which tables are distributed, and which reference tables.
 */
enum CitusRule {
  UNIQUE_WITHIN_A_SHARD(
      """
      select i.indexrelid::regclass::text from pg_index i
      join spread s on s.kind = 'distributed' and i.indrelid = s.name::regclass
      where (i.indisunique or i.indisexclusion) and not exists (
        select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'case_id'
          and a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1]))
      """,
      "create unique index spoiled on prediction (deadline_id) include (case_id)"),

  FOREIGN_KEYS_WITHIN_A_SHARD_OR_TO_REFERENCE_TABLES(
      """
      select k.conname from pg_constraint k
      left join spread f on f.name::regclass = k.conrelid
      left join spread t on t.name::regclass = k.confrelid
      where k.contype = 'f' and k.conparentid = 0 and (f.kind <> 'local' or t.kind <> 'local')
        and t.kind <> 'reference'
        and not (f.kind = 'distributed' and t.kind = 'distributed' and exists (
          select 1 from unnest(k.conkey, k.confkey) as pair(here, there)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
          where a.attname = 'case_id' and b.attname = 'case_id'))
      """,
      "alter table own_outage add deadline uuid, add of_case text,"
          + " add constraint spoiled foreign key (of_case, deadline) references deadline"),

  NO_TRIGGER(
      """
      select t.tgname from pg_trigger t
      join spread s on s.kind <> 'local' and t.tgrelid = s.name::regclass
      where not t.tgisinternal
      """,
      "create trigger spoiled before update on unit for each row"
          + " execute function keep_the_audit_log()"),

  NO_NUMBER_OF_A_SEQUENCE_IN_WHAT_IS_DISTRIBUTED(
      """
      select s.name || '.' || a.attname from spread s
      join pg_attribute a on a.attrelid = s.name::regclass and a.attnum > 0
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where s.kind = 'distributed'
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%')
      """,
      "alter table prediction add spoiled bigint generated always as identity"),

  NUMBERS_OF_REFERENCE_TABLES_ARE_LONG(
      """
      select s.name || '.' || a.attname from spread s
      join pg_attribute a on a.attrelid = s.name::regclass and a.attnum > 0
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where s.kind = 'reference' and a.atttypid <> 'bigint'::regtype
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%')
      """,
      "alter table unit add spoiled serial"),

  CASE_IDS_ARE_TEXT_OF_THE_USUAL_COLLATION(
      """
      select s.name from spread s
      left join pg_attribute a on a.attrelid = s.name::regclass and a.attname = 'case_id'
      left join pg_type t on t.oid = a.atttypid
      where s.kind = 'distributed' and (t.typname is distinct from 'text'
        or a.attcollation <> t.typcollation or a.attgenerated <> '')
      """,
      "alter table prediction alter case_id type text collate \"C\""),

  ONE_LEVEL_OF_PARTITIONS(
      """
      select p.relname from spread s
      join pg_inherits i on i.inhparent = s.name::regclass
      join pg_class p on p.oid = i.inhrelid
      where s.kind = 'distributed' and p.relkind = 'p'
      """,
      "drop table effect_0; create table spoiled partition of effect for values with"
          + " (modulus 8, remainder 0) partition by hash (case_id)"),

  NO_REFERENCE_TABLE_HAS_PARTITIONS(
      """
      select s.name from spread s
      where s.kind = 'reference'
        and (select c.relkind from pg_class c where c.oid = s.name::regclass) <> 'r'
      """,
      "drop table own_outage; create table own_outage (from_at timestamptz)"
          + " partition by range (from_at)");

  private final String brokenBy;
  private final String spoiler;

  CitusRule(String brokenBy, String spoiler) {
    this.brokenBy = brokenBy;
    this.spoiler = spoiler;
  }

  /** Asks for the names of what breaks it. */
  String brokenBy() {
    return brokenBy;
  }

  /** Breaks it. */
  String spoiler() {
    return spoiler;
  }
}
