-- What receivers say of warnings: the newest word of each, and every word there was.
create table feedback (
  message_id text        not null,
  person    text        not null,
  seq       int         not null,
  is_right  boolean     not null,
  cause     text        check (cause in ('wrong-data', 'wrong-rule', 'source-silent', 'system-fault')),
  text      text        not null,
  at        timestamptz not null,
  primary key (message_id, person),
  check (is_right = (cause is null))
);

create table feedback_entry (
  message_id text        not null,
  person    text        not null,
  seq       int         not null,
  account   text        not null,
  is_right  boolean     not null,
  cause     text,
  text      text        not null,
  at        timestamptz not null,
  primary key (message_id, person, seq)
);

create trigger feedback_entry_is_append_only
  before update or delete on feedback_entry
  for each row execute function refuse_change('what was done stays as it was written');
