package io.caseclock.bench.events;

/** Where a record stands on the topic of events. */
record Place(int partition, long offset) {}
