package io.caseclock.notify.filter;

import java.util.List;
import java.util.UUID;

/** Where saved filters are kept. */
public interface SavedFilters {

  /** Those of one owner, by name. */
  List<SavedFilter> of(String owner);

  /** The same; nobody else changes them before this transaction ends. */
  List<SavedFilter> locked(String owner);

  void add(SavedFilter filter);

  void rename(UUID id, String name);

  /** False where the owner has no such filter. */
  boolean remove(String owner, UUID id);
}
