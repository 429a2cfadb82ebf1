-- Why something is not told for a while. It hides nothing before a second person has approved it.
create table silence (
  id          text        primary key,
  unit        text        not null,
  kind        text,
  severity    text,
  list        text,
  rule        text,
  case_id     text,
  reason      text        not null,
  author      text        not null,
  author_line text[]      not null, -- the author's unit and those above it, as of then
  created_at  timestamptz not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  ended_by    text,
  ended_at    timestamptz,
  check (ends_at > starts_at),
  check (approved_by <> author)
);

create index silence_in_force on silence (ends_at) where approved_at is not null and ended_at is null;

-- What a unit has changed of the pack's policy; the newest row of a unit holds, null gives it back.
create table route_override (
  unit   text        not null,
  seq    bigint      generated always as identity,
  routes jsonb,
  by_officer text    not null,
  at     timestamptz not null,
  primary key (unit, seq)
);
