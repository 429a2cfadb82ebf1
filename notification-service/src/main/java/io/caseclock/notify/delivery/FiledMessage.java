package io.caseclock.notify.delivery;

/** A message with its place in the list. */
public record FiledMessage(long seq, InboxMessage message) {}
