-- What an installation says instead of the shipped texts; the highest version of a kind holds, and
-- no text gives the shipped one back.
create table message_template (
  kind       text        not null,
  version    integer     not null,
  title_zh   text,
  title_en   text,
  text_zh    text,
  text_en    text,
  by_officer text        not null,
  at         timestamptz not null,
  primary key (kind, version),
  check (num_nulls(title_zh, title_en, text_zh, text_en) in (0, 4))
);
