-- Cases are found by the beginning of their number and by its last characters, persons and things by
-- the beginning of their identifier. Most events are about the case itself, which has its number.
create index watched_case_by_number on watched_case (case_id text_pattern_ops);
create index watched_case_by_tail on watched_case (reverse(case_id) text_pattern_ops);
create index case_event_by_subject on case_event (subject text_pattern_ops)
  where not starts_with(subject, 'case/');
