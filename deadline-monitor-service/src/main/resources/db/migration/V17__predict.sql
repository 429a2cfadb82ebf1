-- How long steps of a rule took, in a unit and all below it; unit is empty where it is of all units.
-- One element an age that was seen, at most a few hundred.
create table survival_curve (
  rule       text        not null,
  unit       text        not null,
  ages       bigint[]    not null, -- in counted seconds, ascending
  done       bigint[]    not null, -- how many were done at that age
  left_open  bigint[]    not null, -- how many were seen no longer than that
  finished   bigint      not null, -- the sum of done
  learned_at timestamptz not null,
  primary key (rule, unit)
);

-- How likely it is that a running deadline will be missed.
create table prediction (
  case_id       text        not null,
  deadline_id   uuid        not null,
  revision      integer     not null, -- of the deadline
  unit          text        not null,
  rule          text        not null,
  chance        double precision, -- null where too little is known
  at_least      double precision,
  at_most       double precision,
  level_unit    text, -- whose curve it rests on; empty for all units
  at_risk       bigint,
  late          bigint,
  unknown       bigint,
  beyond        boolean,
  age           bigint      not null, -- in counted seconds, when it was computed
  age_limit     bigint      not null, -- at which it is late
  computed_at   timestamptz not null,
  next_at       timestamptz, -- when the chance will have changed
  told_revision integer, -- the last revision of which people were told
  primary key (case_id, deadline_id)
);

create index prediction_by_chance on prediction (chance, deadline_id) where chance is not null;
create index prediction_by_unit on prediction (unit, chance) where chance is not null;

-- Units that have said whether their people are warned of what is likely to be missed.
create table prediction_warning (
  unit      text        not null primary key, -- and all below it that said nothing
  enabled   boolean     not null,
  band      text        not null, -- the least that is told
  by_person text        not null,
  at        timestamptz not null
);

-- How well months were predicted that the curves did not know.
create table prediction_calibration (
  month       date        not null primary key, -- its first day
  cases       bigint[]    not null, -- one element a tenth of the chance
  predicted   double precision[] not null, -- the sum of the chances
  late        bigint[]    not null, -- how many were missed
  squared     double precision   not null, -- the sum of the squared errors
  undecided   bigint      not null,
  unpredicted bigint      not null,
  computed_at timestamptz not null
);
