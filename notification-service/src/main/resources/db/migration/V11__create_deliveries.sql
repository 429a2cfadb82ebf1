-- What goes out by a channel: queued with the business, sent later, every attempt noted.
create table delivery (
  id                text        primary key,
  seq               bigint      not null generated always as identity,
  channel           text        not null,
  recipient         text        not null,
  is_personal       boolean     not null,
  address           text,
  unit              text        not null,
  kind              text        not null,
  level             text        not null,
  count             int         not null,
  message_id        text,  -- of the only message inside, where the channel takes each alone
  case_id           text,
  body              bytea       not null,
  queued_at         timestamptz not null,
  attempts          int         not null default 0,
  may_have_arrived  boolean     not null default false,
  has_no_fallback   boolean     not null default false,
  last_reason       text,
  claimed_until     timestamptz,
  next_attempt_at   timestamptz,
  delivered_at      timestamptz,
  given_up_at       timestamptz,
  taken_back_at     timestamptz,
  taken_back_reason text
);

create index delivery_due on delivery (channel, next_attempt_at) where next_attempt_at is not null;
create index delivery_tests on delivery (channel, queued_at desc) where kind = 'test';
create index delivery_newest_first on delivery (seq desc);

-- How many deliveries a recipient got by a channel within the hour.
create index delivery_of_mailbox on delivery (recipient, channel, queued_at);

-- One row an attempt; an attempt whose replica died has none.
create table delivery_attempt (
  delivery_id text        not null references delivery (id),
  attempt     int         not null,
  at          timestamptz not null,
  outcome     text        not null,
  reason      text,
  millis      bigint      not null,
  primary key (delivery_id, attempt)
);

-- How a channel did of late.
create index delivery_attempt_by_age on delivery_attempt (at);

create trigger delivery_attempt_is_append_only
  before update or delete on delivery_attempt
  for each row execute function refuse_change('the delivery log is never changed');

-- One row a channel; its lock makes the replicas claim from a channel one after the other.
-- Where the rate is limited, recent holds when deliveries were claimed of late, in milliseconds.
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
