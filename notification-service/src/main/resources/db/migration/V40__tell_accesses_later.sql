-- An access in need of which nobody could be told yet, since the directory knew no supervisor: what the message needs. The
-- unit is null once somebody was told, or a supervisor has reviewed the access.
alter table case_access add column unit text, add column officer text, add column reason text;

create index case_access_owed on case_access (id) where unit is not null;
