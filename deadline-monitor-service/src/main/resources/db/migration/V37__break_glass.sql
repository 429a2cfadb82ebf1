-- Restricted cases that somebody whom they are hidden from opened for a while, and what became of it.
create table break_glass (
  id          uuid        not null primary key,
  case_id     text        not null,
  unit        text        not null, -- who had the case then, and whose supervisors review it
  account     text        not null,
  officer     text,
  from_unit   text        not null, -- the unit of the account's token
  reason      text        not null,
  at          timestamptz not null,
  until_at    timestamptz not null, -- earlier than it was where a review ended it
  finding     text, -- justified or unjustified; null while nobody has reviewed it
  note        text,
  reviewed_by text,
  reviewed_at timestamptz
);

create index break_glass_of_account on break_glass (account, until_at);
create index break_glass_of_case on break_glass (case_id);
create index break_glass_to_review on break_glass (at, id) where finding is null;
create index break_glass_reviewed on break_glass (at, id) where finding is not null;
