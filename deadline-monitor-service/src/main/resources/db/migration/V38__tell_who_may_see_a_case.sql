-- Who may see a case is told to others, the whole of it each time it changes.
alter table case_level
  add column version  int8   not null default 0,    -- of the last statement; 0 where there was none yet
  add column officers text[] not null default '{}'; -- whom it named
