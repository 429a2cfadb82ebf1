package io.caseclock.notify.console;

import org.jspecify.annotations.Nullable;

/** An unread message of the visitor's own inbox. */
public record MessageLine(
    String id, String title, String text, @Nullable String link, String caseId, String at) {}
