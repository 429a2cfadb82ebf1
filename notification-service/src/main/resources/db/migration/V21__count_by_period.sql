-- What the rates of a period look for.
create index task_by_due on task (due_at);
create index task_entry_answered on task_entry (at) where act = 'answered';
create index notice_step_closed on notice_step (notice_id, at) where kind = 'closed';
