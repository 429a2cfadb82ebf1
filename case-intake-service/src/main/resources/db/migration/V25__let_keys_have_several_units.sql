-- The units of a key beside its first, which stays in the column unit: an older replica, which knows
-- no others, lets the key act in that one.
alter table api_key
  add column further_units text[] not null default '{}' check (cardinality(further_units) <= 15);
