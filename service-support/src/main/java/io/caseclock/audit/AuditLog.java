package io.caseclock.audit;

/** Where requests that ask for a change are kept. */
@FunctionalInterface
public interface AuditLog {

  /** Keeps an entry; returns at once, and never fails the request that it is about. */
  void keep(AuditEntry entry);
}
