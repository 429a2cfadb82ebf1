-- Of which trace an alarm is a part: traceparent of what followed from the event by which it was planned.
alter table alarm add trace text;
