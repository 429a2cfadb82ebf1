-- Listings page by keys without nulls, so that a far page costs what the first does: what has no due
-- instant comes last, what has no officer first. The first six hold what is open, which is what is
-- asked for most and is a small part of all; a row leaves them when it ends.
create index deadline_open_in_order on deadline (coalesce(due_at, 'infinity'::timestamptz), id)
  where phase in ('running', 'paused');
create index deadline_open_by_severity on deadline (
    (case severity when 'grave' then 0 when 'serious' then 1 else 2 end),
    coalesce(due_at, 'infinity'::timestamptz), id)
  where phase in ('running', 'paused');
create index deadline_open_by_unit on deadline (unit, coalesce(due_at, 'infinity'::timestamptz), id)
  where phase in ('running', 'paused');
create index deadline_open_by_rule on deadline (rule, coalesce(due_at, 'infinity'::timestamptz), id)
  where phase in ('running', 'paused');
create index deadline_open_by_officer on deadline (
    coalesce(officer, ''), coalesce(due_at, 'infinity'::timestamptz), id)
  where phase in ('running', 'paused');
create index deadline_open_by_start on deadline (started_at, id)
  where phase in ('running', 'paused');

-- The same of all. By unit, V10's index by unit and due instant serves.
create index deadline_in_order on deadline (coalesce(due_at, 'infinity'::timestamptz), id);
create index deadline_by_officer on deadline (
  coalesce(officer, ''), coalesce(due_at, 'infinity'::timestamptz), id);
create index deadline_by_rule on deadline (rule, coalesce(due_at, 'infinity'::timestamptz), id);
create index deadline_by_severity on deadline (
  (case severity when 'grave' then 0 when 'serious' then 1 else 2 end),
  coalesce(due_at, 'infinity'::timestamptz), id);
create index deadline_by_start on deadline (started_at, id);
