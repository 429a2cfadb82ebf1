-- Who may see a case, as the monitor stated it last. One without a row is ordinary.
create table case_level (
  case_id  text        not null primary key,
  level    text        not null, -- ordinary or restricted
  since    timestamptz not null,
  version  int8        not null, -- an older statement changes nothing
  officers text[]      not null  -- whom deadlines of the case name, by the word of systems
);

create index case_level_restricted on case_level (case_id) where level = 'restricted';

-- Whoever opened a restricted case in need, as long as the monitor states it.
create table case_access (
  id       uuid        not null primary key,
  case_id  text        not null,
  account  text        not null,
  until_at timestamptz not null
);

create index case_access_of_case on case_access (case_id);
