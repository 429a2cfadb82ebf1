-- Records of the outbox that no broker will ever take, too large ones above all; an operator looks.
create table outbox_refused (
  seq        bigint      not null primary key,
  topic      text        not null,
  key        text        not null,
  type       text        not null,
  headers    jsonb       not null,
  payload    bytea       not null,
  created_at timestamptz not null,
  reason     text        not null
);
