-- How many deadlines are paused, or rest on days that are not final, without reading those that are neither.
create index deadline_paused on deadline (id) where phase = 'paused';
create index deadline_provisional on deadline (late_from) where phase = 'running' and provisional;
