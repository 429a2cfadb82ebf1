-- The own deadlines of notices that are still open: what is due next, and what is late.
create table notice_deadline (
  deadline_id text        primary key,
  notice_id   text        not null,
  rule        text        not null,
  due_at      timestamptz,
  zone        text,
  revision    int         not null
);

create index notice_deadline_of_notice on notice_deadline (notice_id, due_at);
create index notice_deadline_by_due on notice_deadline (due_at);

-- What was told of them before.
insert into notice_deadline (deadline_id, notice_id, rule, due_at, zone, revision)
select distinct on (m.deadline_id) m.deadline_id, m.notice_id, m.rule, m.due_at, m.zone, 0
from message m
where m.superseded_at is null and m.kind in ('warning', 'breach') and m.notice_id is not null
  and m.deadline_id is not null and m.rule is not null and m.subject = 'notice/' || m.notice_id
order by m.deadline_id, m.at desc;

-- Whom somebody stood in for who did it; null where nobody was stood in for.
alter table notice_step add column by_acting_for text;
alter table notice_evidence add column by_acting_for text;
alter table notice_draft add column by_acting_for text;
alter table task_entry add column by_acting_for text;
alter table escalation add column plan_acting_for text;
alter table escalation_line add column by_acting_for text;

create index notice_by_state on notice (state, issued_at desc, id desc);
create index notice_of_officer on notice (officer, issued_at desc, id desc) where officer is not null;
create index notice_of_case on notice (case_id);

create index task_ended_by_state on task (state, ended_at desc, id desc)
  where ended_at is not null;
create index task_of_kind on task (kind, sort_at, id) where ended_at is null;

create index escalation_by_state on escalation (state, opened_at desc, id);
create index escalation_next on escalation (next_at, id) where state = 'climbing';

create index inbox_entry_of_kind on inbox_entry (person, kind, seq desc);
