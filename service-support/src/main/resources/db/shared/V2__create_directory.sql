-- Each service's own copy of the directory topic.
create table unit (
  id      text primary key,
  parent  text,
  name_zh text not null,
  name_en text not null,
  kind    text not null,
  path    text not null -- ids from the root down: /D01/D0102/
);

create index unit_by_path on unit (path text_pattern_ops);

-- Who held which post when: a post holds from its instant until the next one of the officer begins.
create table officer_post (
  officer  text        not null,
  since    timestamptz not null,
  name     text        not null,
  unit     text        not null,
  roles    text[]      not null,
  contacts jsonb       not null, -- email, mobile; either may be absent
  primary key (officer, since)
);

create index officer_post_by_unit on officer_post (unit, since);

-- Leave, training, exchanged duty: from_at inclusive, until_at exclusive.
create table officer_absence (
  officer    text        not null,
  absence    text        not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  substitute text,
  cancelled  boolean     not null,
  primary key (officer, absence)
);
