-- Everything about a case is partitioned by the hash of its id, as the topics are.

-- The timeline. It is also the inbox: what is in it has had its effect in the same transaction.
create table case_event (
  case_id     text        not null,
  source      text        not null,
  event_id    text        not null,
  type        text        not null,
  subject     text        not null,
  unit        text        not null,
  officer     text,
  occurred_at timestamptz not null,
  accepted_at timestamptz not null,
  recorded_at timestamptz,
  data        jsonb       not null,
  stored_at   timestamptz not null,
  -- on whose behalf it was posted, as intake knew it; null for what CaseClock itself adds
  posted_by               text,
  posted_kind             text,
  posted_by_administrator boolean,
  unit_path               text,
  primary key (case_id, source, event_id)
) partition by hash (case_id);

create table watched_case (
  case_id        text        not null primary key,
  unit           text        not null, -- the present owner
  quarantined    text, -- the reason, while its deadlines cannot be relied on
  evaluated_at   timestamptz not null,
  contradictions text        not null default '' -- those that people were told of, one a line
) partition by hash (case_id);

-- Whoever had the case before sees what happened until then.
create table former_owner (
  case_id  text        not null,
  unit     text        not null,
  until_at timestamptz not null,
  primary key (case_id, unit)
) partition by hash (case_id);

create table deadline (
  case_id          text        not null,
  id               uuid        not null,
  subject          text        not null,
  rule             text        not null,
  start_source     text        not null,
  start_event      text        not null,
  pack             text        not null,
  pack_version     text        not null,
  rule_version     text        not null,
  element          text        not null,
  statutory        boolean     not null,
  severity         text        not null,
  list             text        not null,
  unit             text        not null,
  officer          text,
  started_at       timestamptz not null,
  phase            text        not null,
  due_at           timestamptz,
  due_on           date,
  late_from        timestamptz,
  provisional      boolean     not null,
  alternative_on   date,
  ended_at         timestamptz,
  ended_known_at   timestamptz,
  revision         integer     not null,
  calendar_version text        not null,
  input_hash       text        not null,
  refused          text        not null, -- approvals without effect that were reported, one a line
  next_alarm_at    timestamptz,
  updated_at       timestamptz not null,
  primary key (case_id, id)
) partition by hash (case_id);

create table effect (
  case_id     text        not null,
  source      text        not null,
  event_id    text        not null,
  deadline_id uuid        not null,
  rule        text        not null,
  change      text        not null,
  at          timestamptz not null
) partition by hash (case_id);

do $$
begin
  for part in 0..7 loop
    execute format('create table case_event_%s partition of case_event for values with (modulus 8, remainder %s)', part, part);
    execute format('create table watched_case_%s partition of watched_case for values with (modulus 8, remainder %s)', part, part);
    execute format('create table former_owner_%s partition of former_owner for values with (modulus 8, remainder %s)', part, part);
    execute format('create table deadline_%s partition of deadline for values with (modulus 8, remainder %s)', part, part);
    execute format('create table effect_%s partition of effect for values with (modulus 8, remainder %s)', part, part);
  end loop;
end $$;

create index case_event_by_id on case_event (source, event_id);
create index watched_case_by_unit on watched_case (unit);
create index effect_by_event on effect (source, event_id);
create index deadline_by_id on deadline (id);
create index deadline_by_alarm on deadline (next_alarm_at) where next_alarm_at is not null;
create index deadline_by_due on deadline (due_at, id) where phase in ('running', 'paused');
create index deadline_by_unit on deadline (unit, due_at);
