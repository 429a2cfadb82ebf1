-- All that is counted of open deadlines, and of their chances, so that the rows are not read: in
-- place of V21's index, which lacked the key.
create index deadline_running_with_key on deadline (unit, due_on)
  include (late_from, officer, case_id, id, revision) where phase = 'running';
drop index deadline_running_by_day;

-- What has begun in the last days.
create index deadline_by_beginning on deadline (started_at) include (unit, officer);
