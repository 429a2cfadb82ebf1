-- Which client (subject of its token) may post events of which source. A row ends and stays: who let
-- whom post is told for ever.
create table source_client (
  seq        bigint      not null generated always as identity primary key,
  client     text        not null,
  source     text        not null, -- the source, or its beginning
  is_prefix  boolean     not null,
  added_by   text        not null, -- subject of the administrator's token
  added_at   timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null))
);

create unique index source_client_holding on source_client (client, source, is_prefix)
  where removed_at is null;
