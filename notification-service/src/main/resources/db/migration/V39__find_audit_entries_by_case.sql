-- Who asked about one case: the filter of the log, the case's archive, and the hold of old days.
create index audit_log_by_case on audit_log ((ids ->> 'caseId'), id) where ids ->> 'caseId' is not null;
