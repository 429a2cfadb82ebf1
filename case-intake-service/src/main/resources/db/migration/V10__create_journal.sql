-- Every accepted event, for ever. Nothing here is changed or deleted; see the triggers.
create table journal (
  seq          bigint      not null generated always as identity,
  source       text        not null,
  event_id     text        not null,
  content_hash bytea       not null, -- SHA-256 of the canonical content
  type         text        not null,
  subject      text        not null,
  case_id      text        not null,
  unit         text        not null,
  officer      text,
  occurred_at  timestamptz not null, -- when it was true
  recorded_at  timestamptz,          -- when the sender recorded it
  accepted_at  timestamptz not null, -- when it was made durable here
  data         jsonb       not null,
  as_sent      jsonb, -- what the sender wrote where an identifier was folded, by JSON pointer
  -- on whose behalf it was posted; null for what intake itself adds
  posted_by               text,
  posted_kind             text,
  posted_by_administrator boolean,
  unit_path               text,
  primary key (source, event_id)
);

create index journal_by_case on journal (case_id, seq);

-- When Kafka confirmed an event; written by the relay, apart from the journal, which only grows.
create table event_publication (
  source       text        not null,
  event_id     text        not null,
  published_at timestamptz not null,
  primary key (source, event_id)
);

-- An id that came again with other content; one row for each other content.
create table event_conflict (
  seq          bigint      not null generated always as identity,
  source       text        not null,
  event_id     text        not null,
  content_hash bytea       not null, -- of the content that was refused
  found_at     timestamptz not null,
  primary key (source, event_id, content_hash),
  foreign key (source, event_id) references journal
);

create index event_conflict_by_seq on event_conflict (seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger journal_is_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal
  for each statement execute function refuse_change();
create trigger event_conflict_is_append_only before update or delete on event_conflict
  for each row execute function refuse_change();
create trigger event_conflict_is_never_emptied before truncate on event_conflict
  for each statement execute function refuse_change();
