-- The hand-over between a service's own tables and Kafka; the same in every service's schema.
-- The columns are those that Debezium's outbox event router expects by default; docs/outbox.md tells
-- what a large site has to set to switch from the relay to change data capture.
create table outbox (
  seq           bigint generated always as identity primary key,
  id            uuid        not null default gen_random_uuid(),
  aggregatetype text        not null, -- the topic
  aggregateid   text        not null, -- the record's key
  type          text        not null,
  headers       jsonb       not null,
  payload       bytea       not null,
  created_at    timestamptz not null,
  bucket        smallint    not null generated always as ((hashtext(aggregateid) & 7)::smallint) stored
);

create index outbox_by_bucket on outbox (bucket, seq);

create function announce_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox_' || tg_table_schema, '');
  return null;
end $$;

create trigger outbox_wakes_the_relay
  after insert on outbox
  for each statement execute function announce_outbox();

-- Records of the outbox that no broker will ever take, too large ones above all; an operator looks.
create table outbox_refused (
  seq        bigint      not null primary key,
  topic      text        not null,
  key        text        not null,
  type       text        not null,
  headers    jsonb       not null,
  payload    bytea       not null,
  created_at timestamptz not null,
  reason     text        not null
);

-- What a consumer has already taken effect from; one row an event, in the effect's transaction.
create table inbox (
  source      text        not null,
  event_id    text        not null,
  received_at timestamptz not null,
  primary key (source, event_id)
);

create index inbox_by_age on inbox using brin (received_at);
