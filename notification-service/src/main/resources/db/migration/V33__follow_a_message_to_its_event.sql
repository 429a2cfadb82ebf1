-- Of which trace a message is a part: traceparent of what followed from the event that it tells of.
alter table message add trace text;
