package io.caseclock.notify.notice.draft;

import java.util.List;
import java.util.Optional;

/**
 * Keeps drafts; each is found only inside the caller's subtree. One that cannot be read says
 * nothing, and can be discarded or written anew.
 */
public interface Drafts {

  void add(Draft draft);

  /** The draft, locked until the caller's transaction ends. */
  Optional<Draft> lockedWithin(String id, String rootUnit);

  Optional<Draft> findWithin(String id, String rootUnit);

  /** The newest ones; what cannot be read is left out. */
  List<Draft> page(String rootUnit, int limit);

  void change(Draft after);

  void remove(String id);
}
