package io.caseclock.audit;

/**
 * An entry as it is kept.
 *
 * @param id counts up
 */
public record StoredEntry(long id, AuditEntry entry) {}
