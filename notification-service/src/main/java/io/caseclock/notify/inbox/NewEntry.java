package io.caseclock.notify.inbox;

/** An entry that a live reader gets, and where to go on after it. */
public record NewEntry(Cursor cursor, InboxEntry entry) {}
