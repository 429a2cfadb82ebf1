package io.caseclock.notify.message;

/** Fired when messages were put into mailboxes; for those who look after the transaction. */
public record MessagesQueued() {}
