-- What goes out to webhooks: queued with the business, sent later, every attempt noted.
create table webhook_delivery (
  id              text        primary key,
  seq             bigint      not null generated always as identity,
  webhook         text        not null,
  event_id        text        not null,
  kind            text        not null,
  unit            text        not null,
  case_id         text        not null,
  body            bytea       not null,
  queued_at       timestamptz not null,
  attempts        int         not null default 0,
  last_reason     text,
  next_attempt_at timestamptz,
  delivered_at    timestamptz,
  given_up_at     timestamptz
);

create index webhook_delivery_due on webhook_delivery (next_attempt_at)
  where next_attempt_at is not null;
create index webhook_delivery_newest_first on webhook_delivery (seq desc);
