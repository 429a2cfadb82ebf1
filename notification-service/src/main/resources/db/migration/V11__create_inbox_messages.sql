-- One row a letter and person. A reader follows (tx, seq): rows of transactions that are still open
-- lie behind pg_snapshot_xmin, so that a row which commits late is never stepped over.
create table inbox_message (
  id                text        primary key,
  seq               bigint      not null generated always as identity,
  tx                xid8        not null default pg_current_xact_id(),
  letter_id         text        not null,
  person            text        not null,
  person_unit       text        not null,
  why               text        not null,
  kind              text        not null,
  unit              text        not null,
  deadline_id       text,
  notice_id         text,
  case_id           text        not null,
  subject           text        not null,
  title_zh          text        not null,
  title_en          text        not null,
  text_zh           text        not null,
  text_en           text        not null,
  severity          text        not null,
  stage             text,
  due_at            timestamptz,
  created_at        timestamptz not null,
  read_at           timestamptz,
  superseded_at     timestamptz,
  superseded_reason text
);

create index inbox_message_of_person on inbox_message (person, seq desc);
create index inbox_message_unread on inbox_message (person, seq desc)
  where read_at is null and superseded_at is null;
create index inbox_message_in_order on inbox_message (tx, seq);
create index inbox_message_of_deadline on inbox_message (deadline_id)
  where superseded_at is null;
create index inbox_message_of_notice on inbox_message (notice_id) where superseded_at is null;
create index inbox_message_open on inbox_message (unit, due_at)
  where superseded_at is null and kind in ('warning', 'breach');
