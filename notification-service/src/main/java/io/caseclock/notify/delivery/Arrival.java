package io.caseclock.notify.delivery;

/** A message that a live reader gets, and where to go on after it. */
public record Arrival(Cursor cursor, FiledMessage filed) {}
