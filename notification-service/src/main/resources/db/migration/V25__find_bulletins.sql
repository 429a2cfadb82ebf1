-- People look for a bulletin by its number and by the days it is about.
create index bulletin_of_number on bulletin (serial, issued_at desc, id desc);
create index bulletin_of_days on bulletin (from_on, to_on);
