-- History is written once. The argument of the trigger says what must stay as it is.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end $$;

-- What people are told: one row a fact, whoever is told it and by whatever channel.
create table message (
  id                text        primary key,
  kind              text        not null,
  unit              text        not null,
  officer           text,
  deadline_id       text,
  notice_id         text,
  case_id           text        not null,
  subject           text        not null,
  rule              text,
  list              text,
  source            text,
  title_zh          text        not null,
  title_en          text        not null,
  text_zh           text        not null,
  text_en           text        not null,
  severity          text        not null,
  stage             text,
  due_at            timestamptz,
  at                timestamptz not null,
  superseded_at     timestamptz,
  superseded_reason text
);

create index message_of_deadline on message (deadline_id) where superseded_at is null;
create index message_of_notice on message (notice_id) where superseded_at is null;
create index message_of_case on message (case_id) where deadline_id is not null;
create index message_open_alarm on message (unit, due_at)
  where superseded_at is null and kind in ('warning', 'breach');
create index message_by_age on message (at);

-- Who is told it: one row a message, recipient and channel; the key makes a repetition harmless.
create table message_recipient (
  message_id  text        not null references message (id),
  recipient   text        not null, -- an officer, or group:CHANNEL
  channel     text        not null,
  unit        text        not null, -- where the recipient is posted
  why         text        not null,
  critical    boolean     not null,
  digest      boolean     not null,
  fallback    text[]      not null, -- kinds of channels to try where this one fails
  queued_at   timestamptz not null,
  state       text        not null check (state in ('waiting', 'sent', 'dropped')),
  reason      text        not null, -- the stage of the pipeline that spoke last
  ready_at    timestamptz,
  delivery_id text,
  primary key (message_id, recipient, channel)
);

create index message_recipient_ready on message_recipient (ready_at) where state = 'waiting';
create index message_recipient_waiting on message_recipient (recipient, channel)
  where state = 'waiting';
create index message_recipient_of_delivery on message_recipient (delivery_id)
  where delivery_id is not null;
create index message_recipient_of_person on message_recipient (recipient, queued_at);

-- The inbox of each person; an entry is one message, or all that came together. A reader follows
-- (tx, seq): rows of transactions that are still open lie behind pg_snapshot_xmin, so that a row
-- which commits late is never stepped over.
create table inbox_entry (
  id         text        primary key,
  seq        bigint      not null generated always as identity,
  tx         xid8        not null default pg_current_xact_id(),
  person     text        not null,
  kind       text        not null,
  level      text        not null,
  messages   int         not null,
  created_at timestamptz not null,
  read_at    timestamptz
);

create index inbox_entry_of_person on inbox_entry (person, seq desc);
create index inbox_entry_unread on inbox_entry (person, seq desc) where read_at is null;
create index inbox_entry_in_order on inbox_entry (tx, seq);
create index inbox_entry_by_age on inbox_entry (person, created_at);

-- An officer whom no channel of a policy reaches; told once as a finding, closed when mended.
create table contact_gap (
  officer   text        not null,
  found_at  timestamptz not null,
  closed_at timestamptz,
  primary key (officer, found_at)
);

create unique index contact_gap_open on contact_gap (officer) where closed_at is null;
