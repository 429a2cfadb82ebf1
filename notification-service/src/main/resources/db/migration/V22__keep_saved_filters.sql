-- What somebody asks for again and again, by a name of their own.
create table saved_filter (
  id       uuid        not null primary key,
  owner    text        not null, -- officer:ID, or account:NAME of whoever is no officer
  name     text        not null,
  query    text        not null, -- as it stands in the address of the page of deadlines
  saved_at timestamptz not null,
  unique (owner, name)
);
