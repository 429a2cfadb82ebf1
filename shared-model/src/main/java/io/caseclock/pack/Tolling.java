package io.caseclock.pack;

import io.caseclock.contract.Names;

/** A span that does not count: from one event to another. */
public record Tolling(Trigger from, Trigger to, Names names) {}
