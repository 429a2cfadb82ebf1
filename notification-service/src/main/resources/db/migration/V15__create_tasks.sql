-- Work that deadlines ask of people. The questions stay as they were when the task opened.
create table task_definition (
  hash text  primary key,
  body bytea not null
);

create table task (
  id          text        primary key,
  kind        text        not null,
  definition  text        not null references task_definition (hash),
  deadline_id text        not null,
  rule        text        not null,
  unit        text        not null,
  officer     text,
  case_id     text        not null,
  subject     text        not null,
  element     text        not null,
  opened_at   timestamptz not null,
  due_at      timestamptz,
  sort_at     timestamptz not null
    generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  state       text        not null
    check (state in ('open', 'faults-open', 'done', 'unreachable', 'done-elsewhere', 'cancelled')),
  seq         int         not null,
  ended_at    timestamptz,
  check ((ended_at is null) = (state in ('open', 'faults-open'))),
  unique (deadline_id, kind)
);

create index task_of_case on task (case_id);
create index task_open_by_urgency on task (sort_at, id) where ended_at is null;
create index task_ended_newest_first on task (ended_at desc, id desc) where ended_at is not null;
create index task_open_of_unit on task (unit, sort_at, id) where ended_at is null;

create table task_entry (
  task_id    text        not null references task (id),
  seq        int         not null,
  act        text        not null,
  at         timestamptz not null,
  by_name    text        not null,
  by_officer text,
  by_role    text        not null,
  answers    jsonb       not null,
  outcome    text,
  text       text        not null,
  primary key (task_id, seq)
);

create trigger task_entry_is_append_only
  before update or delete on task_entry
  for each row execute function refuse_change('what was done stays as it was written');

create trigger task_definition_is_never_changed
  before update or delete on task_definition
  for each row execute function refuse_change('what was done stays as it was written');
