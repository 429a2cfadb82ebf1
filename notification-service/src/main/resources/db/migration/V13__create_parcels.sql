-- What goes out by any channel: queued with the business, sent later, every attempt noted.
create table parcel (
  id                text        primary key,
  seq               bigint      not null generated always as identity,
  channel           text        not null,
  addressee         text        not null,
  is_personal       boolean     not null,
  send_to           text,
  unit              text        not null,
  kind              text        not null,
  level             text        not null,
  count             int         not null,
  event_id          text,
  case_id           text,
  body              bytea       not null,
  queued_at         timestamptz not null,
  attempts          int         not null default 0,
  may_have_arrived  boolean     not null default false,
  has_no_other_way  boolean     not null default false,
  last_reason       text,
  claimed_until     timestamptz,
  next_attempt_at   timestamptz,
  delivered_at      timestamptz,
  given_up_at       timestamptz,
  taken_back_at     timestamptz,
  taken_back_reason text
);

insert into parcel (id, seq, channel, addressee, is_personal, unit, kind, level, count, event_id,
  case_id, body, queued_at, attempts, may_have_arrived, last_reason, next_attempt_at, delivered_at,
  given_up_at)
overriding system value
select id, seq, webhook, webhook, false, unit, kind,
  coalesce(convert_from(body, 'UTF8')::jsonb #>> '{data,level}', 'ordinary'), 1, event_id,
  case_id, body, queued_at, attempts, attempts > 0, last_reason, next_attempt_at, delivered_at,
  given_up_at
from webhook_delivery;

select setval(pg_get_serial_sequence('parcel', 'seq'),
  (select coalesce(max(seq), 0) + 1 from parcel), false);

drop table webhook_delivery;

create index parcel_due on parcel (channel, next_attempt_at) where next_attempt_at is not null;
create index parcel_tests on parcel (channel, queued_at desc) where kind = 'test';
create index parcel_newest_first on parcel (seq desc);

-- One row a try; an attempt whose replica died has none.
create table parcel_attempt (
  parcel_id text        not null references parcel (id),
  attempt   int         not null,
  at        timestamptz not null,
  outcome   text        not null,
  reason    text,
  millis    bigint      not null,
  primary key (parcel_id, attempt)
);

create function refuse_change_of_attempt() returns trigger language plpgsql as $$
begin
  raise exception 'the delivery log is never changed';
end $$;

create trigger parcel_attempt_is_append_only
  before update or delete on parcel_attempt
  for each row execute function refuse_change_of_attempt();

-- One row a channel; its lock makes the replicas claim from a channel one after the other.
-- Where the rate is limited, recent holds when parcels were claimed of late, in milliseconds.
create table channel_circuit (
  channel       text        primary key,
  state         text        not null default 'CLOSED',
  failures      int         not null default 0,
  openings      int         not null default 0,
  since         timestamptz not null,
  probe_at      timestamptz,
  last_error    text,
  last_error_at timestamptz,
  recent        bigint[]    not null default '{}'
);
