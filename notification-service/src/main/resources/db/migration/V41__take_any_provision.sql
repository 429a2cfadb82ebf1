-- What a finding says was broken may be as long as a text is, and an index takes no more than 2,704 bytes of a row. A case
-- has few open faults without a deadline: they are found by their case.
-- contracts: an older replica finds by the case alone what it found by case and provision
drop index notice_fault_of_finding;
create index notice_fault_of_finding on notice_fault (case_id) where open and deadline_id is null;
