-- A notice is found by the beginning and by the end of its number; a case knows all that is about it.
create index notice_by_number on notice (number text_pattern_ops);
create index notice_by_end_of_number on notice (reverse(number) text_pattern_ops);
create index notice_fault_of_case on notice_fault (case_id);
create index message_about_case on message (case_id, at desc) where case_id <> '';
create index escalation_of_case on escalation (case_id);
