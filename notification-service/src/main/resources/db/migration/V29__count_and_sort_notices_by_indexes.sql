-- How many notices stand how, and who issued them: of all that a unit sees, without reading the documents beside them.
create index notice_seen on notice (unit, issuing_unit, state);

-- Open ones as the first page lists them: the gravest first, then by due instant.
create index notice_by_pressure on notice (
    (case severity when 'grave' then 0 when 'serious' then 1 else 2 end), due_at, id)
  where state not in ('closed', 'withdrawn');

-- When a notice was closed, beside it: rates look at all notices of a year. Kept by the database, so that a version of
-- the service that does not know the column keeps it, too.
alter table notice add column closed_at timestamptz;

create function note_closing() returns trigger language plpgsql set search_path from current as $$
begin
  update notice set closed_at = greatest(closed_at, new.at) where id = new.notice_id;
  return null;
end
$$;
create trigger note_closing after insert on notice_step
  for each row when (new.kind = 'closed') execute function note_closing();

update notice n set closed_at = closing.at
from (select notice_id, max(at) as at from notice_step where kind = 'closed' group by notice_id) as closing
where n.id = closing.notice_id;

-- In place of V28's index.
create index notice_of_period on notice (unit, issued_at) include (kind, state, closed_at);
drop index notice_counted;
