-- Who is signed in. The id is kept as its hash only: whoever reads this table cannot take over a
-- session with it. Signing out deletes the row, and with it the session in every replica.
create table session (
  id_hash    bytea       primary key,
  account    jsonb       not null,
  opened_at  timestamptz not null,
  ends_at    timestamptz not null
);
create index session_by_end on session (ends_at);

-- The tokens of an OpenID Connect provider, encrypted with a key that is derived from the session's
-- id, which only the browser holds.
create table token_session (
  id_hash    bytea       primary key,
  tokens     bytea       not null,
  ends_at    timestamptz not null
);
create index token_session_by_end on token_session (ends_at);
