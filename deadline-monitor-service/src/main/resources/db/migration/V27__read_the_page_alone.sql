-- What counts on a day, with all that loads of officers are counted from, so that the rows are not read; in place of
-- V15's index.
create index deadline_counted on deadline (counted_on, unit)
  include (officer, rule, element, case_id, phase, due_at, late_from) where counted_on is not null;
drop index deadline_by_counted_day;

-- The deadlines behind a miss in their order, with all that chooses among them.
create index deadline_missed on deadline (counted_on, id)
  include (unit, officer, rule, element, case_id, phase, due_at, late_from)
  where counted_on is not null
    and (phase in ('met-late', 'cut-short', 'too-early', 'running') or phase = 'cancelled' and due_at is not null);

-- What is known to have ended in the last days, without reading the rows; in place of V21's index.
create index deadline_known_end on deadline (ended_known_at, unit)
  include (phase, officer, ended_at, history_until, late_from, due_at) where ended_known_at is not null;
drop index deadline_by_known_end;

-- Chances by unit, with what finds the deadline that each is of; in place of V17's index.
create index prediction_of_unit on prediction (unit, chance) include (case_id, deadline_id, revision)
  where chance is not null;
drop index prediction_by_unit;
