-- Each row of these tables is written to every index, at midnight by the thousand.

-- Asked for by nobody.
drop index message_recipient_of_person;
drop index message_open_alarm;

-- Another index has these columns first, with the same rows.
drop index escalation_due;
drop index message_of_case;

-- The same without the rows that have no value there, which nobody looks for.
drop index message_of_notice;
create index message_of_notice on message (notice_id)
  where superseded_at is null and notice_id is not null;
drop index escalation_of_plan;
create unique index escalation_of_plan on escalation (plan) where plan is not null;
