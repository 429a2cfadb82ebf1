-- What is late and what is due next, by unit, without reading the rows themselves.
create index deadline_running_by_day on deadline (unit, due_on) include (late_from, officer)
  where phase = 'running';

-- What is known to have ended in the last days.
create index deadline_by_known_end on deadline (ended_known_at, unit) where ended_known_at is not null;
