-- Persons and things are found by the last characters of their identifier, too, as cases are: people
-- call a recorder by its number and not by the unit that stands before it.
create index case_event_by_subject_tail on case_event (reverse(subject) text_pattern_ops)
  where not starts_with(subject, 'case/');
