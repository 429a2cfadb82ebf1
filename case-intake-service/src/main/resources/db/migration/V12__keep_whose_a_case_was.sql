-- To whom a case belonged when, found from the journal; n counts from 0, the oldest.
create table case_tenure (
  case_id     text        not null,
  n           integer     not null,
  unit        text        not null,
  officer     text,
  unit_path   text,
  from_at     timestamptz,          -- null: since ever
  until_at    timestamptz,          -- null: until today
  known_from  timestamptz not null, -- when what began it was accepted
  provisional boolean     not null, -- no event that opens a case has come yet
  primary key (case_id, n)
);

create index case_tenure_by_unit on case_tenure (unit);
