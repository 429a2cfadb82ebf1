-- Of which unit and period the numbers were told, so that each is told once.
create table closed_period (
  unit      text        not null,
  kind      text        not null, -- daily, weekly or monthly
  from_on   date        not null,
  closed_at timestamptz not null,
  belated   boolean     not null,
  primary key (kind, from_on, unit)
);

-- What is about to be late.
create index deadline_by_lateness on deadline (late_from) where phase = 'running';
