-- Keys of precinct systems that cannot ask a provider for tokens. A row ends and stays: who let whom
-- post is told for ever.
create table api_key (
  id           text        not null primary key,
  client       text        not null, -- whose registered sources it may post as
  unit         text        not null,
  types        text[]      not null, -- of events; empty where all may be posted
  created_by   text        not null,
  created_at   timestamptz not null,
  ends_at      timestamptz,
  last_used_at timestamptz,          -- a minute behind at most
  revoked_by   text,
  revoked_at   timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);

create index api_key_holding on api_key (created_at, id) where revoked_at is null;

-- Two at once while a key is rotated.
create table api_key_secret (
  key_id      text        not null references api_key (id),
  hash        bytea       not null, -- SHA-256 of the secret
  made_at     timestamptz not null,
  valid_until timestamptz,
  primary key (key_id, hash)
);
