-- What is told: one row a fact, whoever is told it and by whatever way.
create table letter (
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

create index letter_of_deadline on letter (deadline_id) where superseded_at is null;
create index letter_of_notice on letter (notice_id) where superseded_at is null;
create index letter_open_alarm on letter (unit, due_at)
  where superseded_at is null and kind in ('warning', 'breach');
create index letter_by_age on letter (at);

-- Who is told it: one row a letter, addressee and channel; the key makes a repetition harmless.
create table addressed (
  letter_id  text        not null references letter (id),
  addressee  text        not null, -- an officer, or group:CHANNEL
  channel    text        not null,
  unit       text        not null, -- where the addressee is posted
  why        text        not null,
  critical   boolean     not null,
  digest     boolean     not null,
  onward     text[]      not null, -- kinds of channels to try where this one fails
  queued_at  timestamptz not null,
  state      text        not null check (state in ('waiting', 'enclosed', 'dropped')),
  reason     text        not null, -- the stage of the pipeline that spoke last
  ready_at   timestamptz,
  message_id text,
  primary key (letter_id, addressee, channel)
);

create index addressed_ready on addressed (ready_at) where state = 'waiting';
create index addressed_waiting on addressed (addressee, channel) where state = 'waiting';
create index addressed_of_message on addressed (message_id) where message_id is not null;
create index addressed_of_person on addressed (addressee, queued_at);

insert into letter (id, kind, unit, deadline_id, notice_id, case_id, subject, title_zh, title_en,
    text_zh, text_en, severity, stage, due_at, at, superseded_at, superseded_reason)
  select distinct on (letter_id) letter_id, kind, unit, deadline_id, notice_id, case_id, subject,
    title_zh, title_en, text_zh, text_en, severity, stage, due_at, created_at, superseded_at,
    superseded_reason
  from inbox_message order by letter_id, seq;

insert into addressed (letter_id, addressee, channel, unit, why, critical, digest, onward, queued_at,
    state, reason, message_id)
  select letter_id, person, 'in-app', person_unit, why, false, false, '{}', created_at, 'enclosed',
    'sent', id
  from inbox_message;

-- The inbox holds envelopes: one letter, or all that came together.
alter table inbox_message
  add column level text,
  add column letters int not null default 1;
update inbox_message set level = severity;
alter table inbox_message
  alter column level set not null,
  alter column letters drop default,
  drop column unit, drop column letter_id, drop column person_unit, drop column why,
  drop column deadline_id, drop column notice_id, drop column case_id, drop column subject,
  drop column title_zh, drop column title_en, drop column text_zh, drop column text_en,
  drop column severity, drop column stage, drop column due_at, drop column superseded_at,
  drop column superseded_reason;

create index inbox_message_unread on inbox_message (person, seq desc) where read_at is null;

-- How many messages an addressee got by a channel within the hour.
create index parcel_of_mailbox on parcel (addressee, channel, queued_at);
