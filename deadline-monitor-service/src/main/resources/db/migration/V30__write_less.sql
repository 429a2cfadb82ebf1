-- Each event that changes a deadline writes to all of its indexes. These served what another one serves as well, with
-- the keys that the listings of V24 sort by: what runs always has a due instant, and an officer's own stand together.
drop index deadline_by_due;
drop index deadline_running_of_officer;

-- What began, in order and counted, in place of one index for each.
create index deadline_begun on deadline (started_at, id) include (unit, officer);
drop index deadline_by_start;
drop index deadline_by_beginning;

-- The sums are changed over and over; with room beside them on their page no index is written.
alter table count_month set (fillfactor = 70);
alter table count_later set (fillfactor = 70);
