-- Whether a list had anything in it by a day: asked every minute for each meeting that is not kept.
create index deadline_of_list_by_start on deadline (list, started_at);
