-- To which units the deadlines of a case belong, as far as the monitor has told of them.
create index letter_of_case on letter (case_id) where deadline_id is not null;
create index task_of_case on task (case_id);
