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

create table officer (
  id    text   primary key,
  name  text   not null,
  unit  text   not null,
  roles text[] not null
);

create index officer_by_unit on officer (unit);
