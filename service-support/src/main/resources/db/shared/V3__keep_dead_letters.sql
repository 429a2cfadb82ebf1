-- Records that could not be taken in, for operators; the dead-letter topic holds a copy.
create table dead_letter (
  id               bigint      generated always as identity primary key,
  topic            text        not null,
  partition_number integer     not null,
  record_offset    bigint      not null,
  fingerprint      bytea       not null, -- tells two records at one place apart: a topic may be made anew
  reason           text        not null,
  detail           text        not null,
  key              bytea,
  headers          jsonb       not null, -- in their order; values in base64
  value            bytea,
  case_id          text, -- the case that lacks its effect
  put_at           timestamptz not null,
  tries            integer     not null,
  state            text        not null, -- open, replayed, dismissed
  settled_at       timestamptz,
  settled_by       text,
  note             text,
  unique (topic, partition_number, record_offset, fingerprint)
);

create index dead_letter_open on dead_letter (topic, reason) where state = 'open';
create index dead_letter_of_case on dead_letter (case_id) where state = 'open' and case_id is not null;
