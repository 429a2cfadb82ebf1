-- The zone of the pack whose deadline it is: people are told its times in it. Null for what belongs
-- to no pack, and for what was kept before.
alter table message add column zone text;
alter table escalation add column zone text;
alter table notice add column zone text;
alter table notice_fault add column zone text;
alter table task add column zone text;
