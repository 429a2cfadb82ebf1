-- Of a message that was kept long enough its text goes, of a delivery its body and address: what is left says so, and
-- which text it was.
alter table message add column purged_at timestamptz, add column sha256 text;
alter table delivery add column purged_at timestamptz, add column sha256 text;

create index message_not_purged on message (at) where purged_at is null;
create index delivery_not_purged on delivery (queued_at) where purged_at is null;

-- What is left of an entry of an inbox all of whose messages went: who had it, and when it was read.
create table purged_inbox_entry (
  id         text        primary key,
  person     text        not null,
  kind       text        not null,
  level      text        not null,
  messages   int         not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  purged_at  timestamptz not null
);
create trigger purged_inbox_entry_is_append_only
  before update or delete on purged_inbox_entry
  for each row execute function refuse_change('what was told is never changed');

-- A text goes as it is, once, and as the owner of the table alone.
create function keep_the_text() returns trigger language plpgsql as $$
begin
  if old.purged_at is null and new.purged_at is not null
      and pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage')
      and new.sha256 = encode(
        sha256(
          case tg_table_name
            when 'delivery' then (to_jsonb(old) ->> 'body')::bytea
            else convert_to(
              (to_jsonb(old) ->> 'text_zh') || chr(10) || (to_jsonb(old) ->> 'text_en'), 'UTF8')
          end),
        'hex') then
    return new;
  end if;
  raise exception 'what was told is never changed';
end
$$;
create trigger keep_the_text before update of text_zh, text_en, purged_at, sha256 on message
  for each row execute function keep_the_text();
create trigger keep_the_text before update of body, purged_at, sha256 on delivery
  for each row execute function keep_the_text();

-- Whether each case that a message speaks of is at rest, and nobody is about to be told it. Nobody knows which cases a
-- digest of old breaches lists.
create function may_lose_its_text(one message, since timestamptz) returns boolean
  language sql stable as $$
  select is_at_rest(one.case_id, since)
    and not exists (
      select from notice n
      left join notice_fault f on f.notice_id = n.id
      where n.id = one.notice_id
        and (n.state not in ('closed', 'withdrawn')
          or not is_at_rest(n.case_id, since)
          or f.case_id is not null and not is_at_rest(f.case_id, since)))
    and not exists (
      select from message_recipient r
      left join delivery d on d.id = r.delivery_id
      where r.message_id = one.id and (r.state = 'waiting' or d.next_attempt_at is not null))
    and (one.kind <> 'digest' or not exists (select from legal_hold where released_at is null))
$$;

-- The one way by which texts go: those of so many messages at most, the oldest first, with the deliveries and entries
-- that tell of nothing else, and so many deliveries that tell of no message any more. A message that somebody is
-- working on is left to the next time. Returns how many of each case went.
create function purge_messages(older_than timestamptz, most integer)
  returns table (of_case text, things bigint)
  language plpgsql strict security definer as $$
declare
  chosen text[];
  emptied text[];
  alone text[];
begin
  if older_than > now() - interval '184 days' then
    raise exception 'no message of the last 184 days is deleted';
  end if;
  -- one after the other: of a delivery of two cases one would not see that the other went
  lock table legal_hold in share row exclusive mode;
  chosen := array(
    select m.id from message m
    where m.purged_at is null and m.at < older_than and may_lose_its_text(m, older_than)
    order by m.at, m.id
    limit most
    for update of m skip locked);
  alone := array(
    select d.id from delivery d
    where d.purged_at is null and d.queued_at < older_than and d.next_attempt_at is null
      and not exists (select from message_recipient r where r.delivery_id = d.id)
      and is_at_rest(coalesce(d.case_id, ''), older_than)
      and (d.case_id is not null or d.kind = 'test'
        or not exists (select from legal_hold where released_at is null))
    order by d.queued_at, d.id
    limit most
    for update of d skip locked);
  update message m
    set purged_at = now(),
      sha256 = encode(sha256(convert_to(text_zh || chr(10) || text_en, 'UTF8')), 'hex'),
      text_zh = '保存期满，内容已删除。',
      text_en = 'The text was deleted, kept long enough.'
    where m.id = any (chosen);
  emptied := array(
    select r.delivery_id from message_recipient r
    where r.message_id = any (chosen) and r.delivery_id is not null
      and not exists (
        select from message_recipient o
        join message m on m.id = o.message_id
        where o.delivery_id = r.delivery_id and m.purged_at is null));
  update delivery d
    set purged_at = now(), sha256 = encode(sha256(d.body), 'hex'), body = '', address = null
    where d.id = any (emptied || alone) and d.purged_at is null;
  with gone as (
    delete from inbox_entry e where e.id = any (emptied)
    returning e.id, e.person, e.kind, e.level, e.messages, e.created_at, e.read_at)
  insert into purged_inbox_entry
    (id, person, kind, level, messages, created_at, read_at, purged_at)
    select g.id, g.person, g.kind, g.level, g.messages, g.created_at, g.read_at, now() from gone g;
  return query
    select c.one, count(*)
    from (
      select m.case_id as one from message m where m.id = any (chosen)
      union all
      select coalesce(d.case_id, '') from delivery d where d.id = any (alone)) c
    group by c.one
    order by c.one;
end
$$;

-- As evidence is: whoever calls it chooses neither what its names mean, nor by temporary tables what it deletes from.
do $$
begin
  execute format(
    'alter function purge_messages(timestamptz, integer) set search_path = pg_catalog, %I, pg_temp',
    current_schema());
end
$$;
revoke execute on function purge_messages(timestamptz, integer) from public;
