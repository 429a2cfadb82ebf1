-- The escalation of a breach, with the policy as it was when the breach opened.
create table escalation (
  id           text        primary key, -- of the message that told the breach
  deadline_id  text        not null,
  case_id      text        not null,
  unit         text        not null,
  officer      text,
  route        jsonb       not null,
  set_by       text,
  opened_at    timestamptz not null,
  next_step    int         not null,
  repeats      int         not null,
  next_at      timestamptz,
  state        text        not null check (state in ('climbing', 'acknowledged', 'ended')),
  plan         text,
  plan_on      date,
  plan_text    text,
  plan_by      text,
  plan_role    text,
  plan_at      timestamptz,
  ended_at     timestamptz,
  ended_reason text,
  version      int         not null
);

create index escalation_due on escalation (next_at) where state = 'climbing';
create index escalation_open on escalation (deadline_id) where state <> 'ended';
create unique index escalation_of_plan on escalation (plan);
create index escalation_newest_first on escalation (opened_at desc, id);

create table escalation_line (
  escalation_id text        not null references escalation (id),
  seq           int         not null,
  what          text        not null,
  at            timestamptz not null,
  people        text[]      not null,
  by_officer    text,
  by_role       text,
  text          text        not null,
  primary key (escalation_id, seq)
);

create trigger escalation_line_is_append_only
  before update or delete on escalation_line
  for each row execute function refuse_change('what was done stays as it was written');
