-- How a channel did of late.
create index parcel_attempt_by_age on parcel_attempt (at);
