-- Who may see a case. One without a row is ordinary; a row tells who set the level last, and why.
create table case_level (
  case_id   text        not null primary key,
  level     text        not null, -- ordinary or restricted
  reason    text        not null,
  by_person text        not null,
  at        timestamptz not null
);

create index case_level_restricted on case_level (case_id) where level = 'restricted';
