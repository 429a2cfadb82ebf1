-- Secret links to one's own open deadlines as a calendar. The link itself is nowhere: whoever reads this table cannot use it.
create table calendar_feed (
  id       uuid        not null primary key,
  officer  text        not null,
  name     text        not null,
  language text        not null, -- zh or en
  hash     text        not null unique, -- SHA-256 of the secret, in hex
  made_at  timestamptz not null,
  read_at  timestamptz -- to the minute; null where nobody ever did
);

create index calendar_feed_by_officer on calendar_feed (officer, made_at);

-- What one officer still has to do.
create index deadline_running_of_officer on deadline (officer, due_at) where phase = 'running';

-- Comparisons of a candidate pack with what is open, one a person; the candidate itself is not kept.
create table impact_run (
  id          uuid        not null primary key,
  account     text        not null unique,
  unit        text        not null, -- whose subtree was compared
  pack        text        not null,
  version     text        not null,
  started_at  timestamptz not null,
  beat_at     timestamptz not null, -- when it last said how far it is
  cases       integer     not null, -- compared so far
  total       integer     not null, -- cases in which something is open
  state       text        not null, -- running, done, too-long or broken
  report      jsonb -- what would change, once it is done
);
