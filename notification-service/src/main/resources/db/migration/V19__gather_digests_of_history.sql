-- Breaches of the time that is history which a supervisor released as a digest; people are told once
-- all of them are there.
create table history_digest (
  id       text        not null primary key, -- the supervisor's decision
  breaches integer     not null,             -- how many belong to it
  kept     integer     not null,             -- how many have come
  last_at  timestamptz not null,             -- when the newest of them came
  told_at  timestamptz
);

create index history_digest_waiting on history_digest (last_at) where told_at is null;

create table history_digest_breach (
  digest      text  not null references history_digest (id),
  deadline_id text  not null,
  deadline    jsonb not null, -- as the monitor told it
  primary key (digest, deadline_id)
);
