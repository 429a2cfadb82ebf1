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

-- Nobody wrote down when these posts began. The old table stays for replicas of the version before.
insert into officer_post (officer, since, name, unit, roles, contacts)
  select id, '1970-01-01T00:00:00Z', name, unit, roles, '{}' from officer;
