-- Bulletins of closed periods. The document is what was issued, byte for byte.
create table bulletin (
  id        text        primary key,
  unit      text        not null,
  kind      text        not null check (kind in ('daily', 'weekly', 'monthly')),
  serial    int         not null,
  name_zh   text        not null,
  name_en   text        not null,
  from_on   date        not null,
  to_on     date        not null,
  belated   boolean     not null,
  issued_at timestamptz not null,
  document  bytea       not null,
  sha256    text        not null,
  unique (unit, kind, from_on),
  unique (unit, kind, serial)
);

create index bulletin_newest_first on bulletin (issued_at desc, id desc);
create index bulletin_of_unit on bulletin (unit, issued_at desc, id desc);

-- One row a unit and kind; its lock makes the numbers follow each other without gaps.
create table bulletin_counter (
  unit text not null,
  kind text not null,
  last int  not null,
  primary key (unit, kind)
);

-- The other forms of what was issued, beside the JSON: made once, then served as they are.
create table bulletin_paper (
  bulletin_id text        not null references bulletin (id),
  form        text        not null check (form in ('html', 'pdf', 'xlsx')),
  language    text        not null check (language in ('zh', 'en')),
  bytes       bytea       not null,
  sha256      text        not null,
  made_at     timestamptz not null,
  primary key (bulletin_id, form, language)
);

create trigger bulletin_is_frozen
  before update or delete on bulletin
  for each row execute function refuse_change('a bulletin is never changed');

create trigger bulletin_paper_is_frozen
  before update or delete on bulletin_paper
  for each row execute function refuse_change('a bulletin is never changed');
