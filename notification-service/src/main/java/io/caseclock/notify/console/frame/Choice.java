package io.caseclock.notify.console.frame;

/** One of several that a form offers. */
public record Choice(String value, String label) {}
