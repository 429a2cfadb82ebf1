-- When the case has to be evaluated again though nothing arrives: a due instant passes by which others start.
alter table watched_case add column evaluate_at timestamptz;

create index watched_case_by_evaluation on watched_case (evaluate_at) where evaluate_at is not null;
